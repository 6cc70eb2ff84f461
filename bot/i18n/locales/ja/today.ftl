# /today
today-title = { $date }の出来事
today-episode = 第{ $number }話が放送されました。
today-rating = 第{ $number }話の全国視聴率は{ $rating }でした。
today-single = { $singer }の「{ $title }」が発売されました。
today-week = この日までの1週間、Netflixの世界トップ10で{ $rank }位でした。
today-born = { $name }の誕生日です。
today-none = この日の情報はありません。
today-nearest = いちばん近い日は{ $earlier }と{ $later }です。
today-earlier = 前：{ $date }
today-later = 次：{ $date }
# 当日の日付の代わりに入力する言葉。
today-word = 今日
no-such-date = 「{ $typed }」は日付として読めません。
no-such-date-hint = 「{ $example }」のように月と日を書いてください。
