# /show
show-run = { $facts }
show-made = { $facts }
show-watch = 配信：{ $facts }
broadcast-heading = 放送
makers-heading = 制作
budget-heading = 制作費
watch-heading = 配信・視聴方法
makers-button = 制作陣
makers-title = 制作陣
makers-lead = 脚本、演出、音楽、制作。
companies-heading = 会社
job-writer = 脚本
job-director = 演出
job-music = 音楽監督
job-composer = 作曲
job-chief-producer = チーフプロデューサー
job-executive-producer = エグゼクティブ・プロデューサー
job-producer = プロデューサー
job-camera = 撮影
job-editor = 編集
places-button = ロケ地
places-title = ロケ地
places-lead = どの場面をどこで撮影したか。
awards-button = { $won ->
    [0] 受賞
   *[other] 受賞{ $won }件
}
awards-title = 受賞
awards-lead = 受賞とノミネート、新しい順。
story-button = 放送
story-title = 放送と年表
story-lead = いつどこで放送され、いくらかかり、どう作られたか。
extras-button = スペシャルと豆知識
extras-title = スペシャルと豆知識
extras-lead = 作品のまわりのこと。
titles-button = 海外でのタイトル
titles-title = 各国語のタイトル
titles-lead = 世界でどう呼ばれているか。
timeline-heading = 年表
specials-heading = スペシャル
titles-notes-heading = タイトルについて
ending-button = 結末（ネタバレ）
ending-title = 結末
ending-lead = すべて結末のネタバレです。
