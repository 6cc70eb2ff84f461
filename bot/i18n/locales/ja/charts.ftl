# 図の中の言葉と、図の代替テキスト。代替テキストは256字までで、ネタバレを含まない。
chart-missing = 今は図を表示できません。図の数字と名前は、すべて文章にあります。

## 視聴率
chart-ratings-title = 『{ $show }』の視聴率
chart-ratings-subtitle = 各話の世帯視聴率（%）
chart-nationwide = 全国
chart-capital = 首都圏
chart-episodes = 話
chart-finale = 最終回 { $rating }
chart-record = 最高 { $rating }
chart-finale-record = 最終回・最高 { $rating }
chart-ratings-alt = 『{ $show }』第{ $first }〜{ $last }話の全国と首都圏の視聴率の折れ線グラフ。全国は{ $start }で始まり{ $end }で終わります。最高は第{ $record }話の{ $best }です。
chart-rankings-title = 『{ $show }』の歴代順位
chart-rankings-alt = 1話の最高視聴率でドラマを並べた棒グラフ{ $count }つ（{ $date }時点）。星印の『{ $show }』は{ $rating }で、{ $places }です。
chart-rankings-place = { $place }位
chart-netflix-title = Netflixでの『{ $show }』
chart-netflix-subtitle = 週ごとの視聴時間と世界トップ10の順位
chart-week = 週の最終日
chart-hours = 百万時間
chart-rank = 順位
chart-rank-of = { $rank }位
chart-netflix-alt = 『{ $show }』がNetflixの世界トップ10に入った{ $weeks }週（{ $first }〜{ $last }）の棒グラフ。最多の週は{ MYRIADS($hours, "万", "億") }時間、最高順位は{ $rank }位です。

## OST
chart-ost-title = 『{ $show }』のOST
chart-ost-subtitle = 発売日順のシングルと放送回（{ $year }）
chart-day = 日付
chart-episode = 話
chart-single = シングル
chart-ost-alt = 『{ $show }』のシングル{ $count }曲の年表。{ $first }から{ $last }までに出た曲を、発売日に放送された回の横に並べています。

## 相関図
chart-who-subtitle = ★ 主演　太い線は親から子
chart-who-alt = 『{ $show }』の相関図。{ $sides }つのグループの{ $people }人を、夫婦、親子、友人、ライバルの線で結んでいます。
chart-spoilers-subtitle = ★ 主演　物語の中で明かされることだけ
chart-spoilers-alt = 物語の中で明かされる関係を描いた『{ $show }』の相関図。全体がネタバレです。
chart-circle-title = { $name }をとりまく人々
chart-circle-alt = 中央に{ $name }、まわりに{ $count }人。それぞれに{ $name }との関係が書かれています。
