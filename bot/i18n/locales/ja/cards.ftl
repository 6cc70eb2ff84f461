# すべてのカードに共通の言葉。名前と資料の文章は引数で入る。

## 出典と確かさ
list = { $rest }、{ $last }
sources-line = { $sources } · { $date }確認
sources-more = ほか{ $count }件
publisher = { $kind ->
    [blog] { $name }（ブログ）
   *[other] { $name }
}
sources-button = 出典
sources-title = 出典
sources-lead = { $sources }ページを出典とする{ $facts }件の情報です。それぞれの確かさも示します。
sources-back = 戻る
confidence-confirmed = 確認済み
confidence-single = 出典1つ
confidence-disputed = 諸説あり
confidence-derived = 当ボットの計算
weak-confirmed = { $kind ->
    [encyclopedia] 百科事典のみ
    [database] データベースのみ
    [mirror] 百科事典の写しのみ
   *[other] ファンサイトのみ
}
weak-single = { $kind ->
    [encyclopedia] 出典1つ、百科事典
    [database] 出典1つ、データベース
    [mirror] 出典1つ、百科事典の写し
   *[other] 出典1つ、ファンサイト
}
spoiler-after = 第{ $episode }話まで見た方だけ：
disputed-button = 諸説・不明点
disputed-title = { $name }：諸説と不明な点
audience = { $left ->
    [0] 最後まで
   *[other] 第{ $episode }話まで
}見た方向け
audience-bars = { $left ->
    [0] 結末まで
   *[other] 第{ $episode }話まで
}のネタバレを伏せています
withheld = 第{ $episode }話以降の情報{ $count }件は伏せています
level-placeholder = 何話まで見ましたか？
level-nothing = まだ見ていない
level-everything = 最後まで見た
dispute-heading = 出典によって異なる点
dispute-topic = { $topic }
dispute-spoiler = 出典によって異なる点があります。
dispute-reading = 当ボットの判断：{ $reading }
false-claim-heading = よくある誤解
false-claim = 「{ $claim }」{ $verdict }
unknown-heading = まだ分からないこと

## いくつかのカードにある項目
facts-heading = 知っておきたいこと
works-heading = ほかの作品
awards-heading = 受賞
awards-count = 受賞{ $won }件、受賞に至らなかったノミネート{ $nominated }件。
award-won = 受賞
award-nominated = ノミネート
episode = 第{ $number }話

## ボタンとメニュー
select-placeholder = カードを開く
page-previous = 前へ
page-next = 次へ
page-here = { $page } / { $pages }
cast-button = キャスト
ost-button = OST
ratings-button = 視聴率
season2-button = シーズン2
show-button = 作品情報
today-button = この日の出来事
quiz-button = クイズ
