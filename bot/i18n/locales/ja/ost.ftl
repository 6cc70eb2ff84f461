# /ost
ost-title = 『{ $show }』のOST
ost-lead = シングル{ $count }曲、{ $first }〜{ $last }
ost-part = OSTパート{ $part }
timeline-button = 年表
timeline-title = 発売順のシングル
ost-select = 曲を開く
album-button = アルバム
album-title = アルバム
album-heading = 発売、レーベル、売上
charts-button = チャート
charts-title = チャートと受賞
charts-lead = 曲のチャート成績と受賞です。
charts-heading = チャート
chart-peak = { $peak }位
disc-lead = { $total }曲のうち{ $known }曲が分かっています。
singer-lead = { $count ->
    [0] OSTで歌っている曲を伝える出典がありません。
   *[other] { $titles }を歌っています。
}
singer-people = メンバー：{ $names }
singer-group = { $group }のメンバー
singer-link = { $name }のほかの曲
track-link = ♪ { $title }
track-sung = 歌：{ $singer }
track-also = 別の題：{ $names }
track-kind-song = 歌
track-kind-theme = テーマ曲
track-kind-score = スコア
track-music = 作曲：{ $names }
track-lyrics = 作詞：{ $names }
track-heard = 第{ $episodes }話で流れます
track-about-button = 場面と詳細
track-about-title = { $title }：場面と詳細
track-before = 前のパート
track-after = 次のパート
track-unknown = 不明：{ $missing }
track-unknown-singer = 演奏者・歌手
track-unknown-release = 発売日
track-unknown-music = 作曲者
track-unknown-lyrics = 作詞者
track-unknown-arrangement = 編曲者
track-unknown-length = 長さ
track-unknown-scene = 流れる話数
track-unknown-original-title = 原題
scenes-heading = 流れる場面
songs-heading = この回の曲
episode-songs = 曲：{ $titles }
