# /today
today-title = { $date }の出来事
today-episode = 第{ $number }話が初めて放送。
today-single = { $singer }「{ $title }」が発売。
today-week = この日までの1週間、Netflixの世界トップ10で{ $rank }位。
today-born = { $name }が誕生。
today-none = この日の情報はありません。
today-nearest = いちばん近い日は{ $earlier }と{ $later }です。
today-earlier = 前：{ $date }
today-later = 次：{ $date }
no-such-date = 「{ $typed }」は日付として読めません。
no-such-date-hint = 「{ $example }」のように月と日を書いてください。
