# 그림 속의 말과 그림의 대체 텍스트. 대체 텍스트는 256자까지이고 줄거리를 밝히지 않는다.
chart-missing = 지금은 그림을 보여 드릴 수 없어요. 그림 속의 숫자와 이름은 모두 글에 있어요.

## 시청률
chart-ratings-title = 〈{ $show }〉 시청률
chart-ratings-subtitle = 회별 가구 시청률
chart-nationwide = 전국
chart-capital = 수도권
chart-episodes = 회
chart-finale = 마지막 회 { $rating }
chart-record = 최고 { $rating }
chart-finale-record = 마지막 회이자 최고 { $rating }
chart-ratings-alt = 〈{ $show }〉 { $first }~{ $last }회의 전국·수도권 시청률 꺾은선 그래프. 전국 시청률은 { $start }에서 시작해 { $end }로 끝났고, 최고는 { $record }회의 { $best }예요.
chart-rankings-title = 〈{ $show }〉의 역대 순위
chart-rankings-alt = 최고 회차 시청률로 본 드라마 순위 막대그래프 { $count }개({ $date } 기준). 별표가 붙은 〈{ $show }〉의 { $rating }{ PARTICLE($rating, "은/는") } { $places }예요.
chart-rankings-place = { $place }위
chart-netflix-title = 넷플릭스의 〈{ $show }〉
chart-netflix-subtitle = 주간 시청 시간과 글로벌 톱10 순위
chart-week = 주(마지막 날)
chart-hours = 백만 시간
chart-rank = 순위
chart-rank-of = { $rank }위
chart-netflix-alt = 〈{ $show }〉 넷플릭스 글로벌 톱10 { $weeks }주의 막대그래프({ $first }~{ $last }). 한 주 최다 { $hours }백만 시간, 최고 순위 { $rank }위.

## OST
chart-ost-title = 〈{ $show }〉 OST
chart-ost-subtitle = 발매일과 방송 회차({ $year })
chart-day = 날짜
chart-episode = 회
chart-single = 음원
chart-ost-alt = 〈{ $show }〉 OST { $count }곡의 연표. { $first }부터 { $last }까지 발매된 곡을 같은 날 방송한 회 옆에 적었어요.

## 인물관계도
chart-who-subtitle = ★ 주연 · 굵은 선은 부모와 자녀
chart-who-alt = 〈{ $show }〉 인물관계도. 인물 { $people }명을 { $sides }개 무리로 나누고 부부, 부모와 자녀, 친구와 경쟁 상대를 이었어요.
chart-spoilers-subtitle = ★ 주연 · 이야기가 진행되며 드러나는 것만
chart-spoilers-alt = 이야기가 진행되며 드러나는 관계를 담은 〈{ $show }〉 인물관계도. 스포일러로 가득해요.
chart-circle-title = { $name }의 주변 인물
chart-circle-alt = 가운데 { $name }, 둘레에 { $count }명. 저마다 { $name }에게 어떤 사람인지 적은 인물 관계 그림이에요.

# 화살표를 따라 읽는다.
