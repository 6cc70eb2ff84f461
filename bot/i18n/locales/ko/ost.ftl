# /ost
ost-title = 〈{ $show }〉 OST
ost-lead = { $count ->
    [1] 싱글 1곡, { $first } 발매.
   *[other] 싱글 { $count }곡, { $first }부터 { $last }까지 발매.
}
ost-part = OST 파트 { $part }
timeline-button = 발매 순서
timeline-title = 발매 순서
ost-select = 곡 고르기
album-button = 앨범
album-title = 앨범
album-heading = 발매, 음반사, 판매
charts-button = 차트
charts-title = 차트와 수상
charts-lead = OST의 차트 성적과 받은 상이에요.
charts-heading = 차트
chart-peak = { $peak }위
disc-lead = 전체 { $total }트랙 가운데 { $known }트랙이 알려져 있어요.
singer-lead = { $count ->
    [0] 알려진 OST 곡이 없어요.
   *[other] { $titles }{ PARTICLE($titles, "을/를") } 불렀어요.
}
singer-people = 멤버: { $names }
singer-group = 소속 그룹: { $group }
singer-link = { $name }의 다른 곡
track-link = ♪ { $title }
track-sung = 노래 { $singer }
track-also = 다른 제목: { $names }
track-kind-song = 노래
track-kind-theme = 테마
track-kind-score = 스코어
track-music = 작곡: { $names }
track-lyrics = 작사: { $names }
track-heard = { $episodes }회에 나와요
track-about-button = 곡 자세히 보기
track-about-title = { $title }: 자세히 보기
track-before = 이전 파트
track-after = 다음 파트
track-unknown = 알려지지 않은 것: { $missing }
track-unknown-singer = 연주자·가수
track-unknown-release = 발매일
track-unknown-music = 작곡가
track-unknown-lyrics = 작사가
track-unknown-arrangement = 편곡자
track-unknown-length = 재생 시간(길이)
track-unknown-scene = 나오는 회차
track-unknown-original-title = 원제
scenes-heading = 나오는 장면
songs-heading = 나온 노래
episode-songs = 나온 노래: { $titles }
