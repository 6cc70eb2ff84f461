# /today
today-title = { $date }에 있었던 일
today-episode = { $number }회 첫 방송.
today-rating = { $number }회 전국 시청률 { $rating }.
today-single = { $singer }, ‘{ $title }’ 발매.
today-week = 이날까지 한 주 동안 넷플릭스 글로벌 톱10 { $rank }위.
today-born = { $name } 출생.
today-none = 이날에 관한 자료는 없어요.
today-nearest = 가장 가까운 날은 { $earlier }, { $later }이에요.
today-earlier = 이전: { $date }
today-later = 다음: { $date }
# 오늘 날짜 대신 적는 말.
today-word = 오늘
no-such-date = ‘{ $typed }’, 날짜로 읽을 수 없어요.
no-such-date-hint = ‘{ $example }’처럼 월과 일을 적어 주세요.
