# 카드의 말. 이름과 사실의 글은 인수로 들어온다.

## 공통
sources-line = { $more ->
    [0] 출처: { $sources }
   *[other] 출처: { $sources } · 외 { $more }건
}
sources-button = 출처
sources-title = 출처
sources-lead = 진술 { $facts }건, 페이지 { $sources }곳. 얼마나 확실한지 함께 적었어요.
sources-back = 돌아가기
confidence-confirmed = 확인됨
confidence-single = 출처 1곳
confidence-disputed = 출처마다 다름
confidence-derived = 자체 계산
spoiler-after = { $episode }회 시청 후 안전:
dispute-heading = 출처마다 다른 점
dispute-topic = { $topic }
dispute-spoiler = 출처마다 다른 점이 있어요.
dispute-reading = 우리의 판단: { $reading }
false-claim-heading = 떠돌지만 틀린 이야기
false-claim = “{ $claim }” { $verdict }
unknown-heading = 알려지지 않은 것
facts-heading = 알아 둘 것
works-heading = 다른 작품
awards-heading = 수상
awards-count = 수상 { $won }건, 수상하지 못한 후보 { $nominated }건.
award-won = 수상
award-nominated = 후보
select-placeholder = 카드 열기
page-previous = 이전
page-next = 다음
page-here = { $page } / { $pages }
episode = { $number }회

## 명령어 사이의 버튼
cast-button = 출연진
ost-button = OST
ratings-button = 시청률
season2-button = 시즌2
show-button = 작품

## /cast
cast-title = 〈{ $show }〉 출연진
cast-lead = 크레디트 순서로 { $count }명. 한 사람을 고르면 역할, 관계, 부른 노래가 나와요.
cast-line = { $actor } — { $character } 역
cast-nobody = 배우 미상
billing-lead = 주연
billing-supporting = 조연
billing-special-appearance = 특별출연
billing-minor = 단역
billing-child = 아역
billing-photograph = 사진 출연
billing-uncast = 배우 미상
billing-lead-heading = 주연
billing-supporting-heading = 조연
billing-special-appearance-heading = 특별출연
billing-minor-heading = 단역
billing-child-heading = 아역과 어린 시절
billing-photograph-heading = 사진 출연
person-played-by = 배우 { $actor } · { $billing }
person-plays = { $character } 역 · { $billing }
person-uncast = 누가 연기했는지 알려지지 않았어요.
person-unnamed = 배우가 알려지지 않은 인물
person-side = 소속: { $side }
person-also = 다른 이름: { $names }
person-age = 극중 나이: { $age }세
person-appears = 출연: { $where }
person-born = 배우 생년월일: { $date }
person-sings = OST { $title }{ PARTICLE($title, "을/를") } 불렀어요.
relations-heading = 관계

## /ost
ost-title = 〈{ $show }〉 OST
ost-lead = { $count ->
    [1] 싱글 1곡, { $first } 발매.
   *[other] 싱글 { $count }곡, { $first }부터 { $last }까지 발매.
}
ost-part = OST 파트 { $part }
album-button = 앨범
album-title = 앨범
album-heading = 발매, 음반사, 판매
charts-button = 차트와 수상
charts-title = 차트와 수상
charts-lead = 곡들의 순위와 받은 상.
charts-heading = 차트
chart-peak = ({ $peak }위)
disc-lead = 전체 { $total }트랙 가운데 { $known }트랙이 알려져 있어요.
singer-lead = { $count ->
    [0] 알려진 OST 곡이 없어요.
   *[other] { $titles }{ PARTICLE($titles, "을/를") } 불렀어요.
}
singer-people = 멤버: { $names }
singer-group = 소속 그룹: { $group }
singer-link = { $name }: 모든 곡
track-link = ♪ { $title }
track-sung = 노래 { $singer }
track-released = { $date }{ $time } 발매
track-time = { " " }{ $time }(한국 시각)
track-also = 다른 제목: { $names }
track-kind-song = 노래
track-kind-theme = 테마
track-kind-score = 스코어
track-music = 작곡: { $names }
track-lyrics = 작사: { $names }
track-before = 이전 파트
track-after = 다음 파트
track-unknown = 찾아봤지만 알 수 없는 것: { $missing }.
track-unknown-singer = 연주자·가수
track-unknown-release = 발매일
track-unknown-music = 작곡가
track-unknown-lyrics = 작사가
track-unknown-arrangement = 편곡자
track-unknown-length = 재생 시간(길이)
track-unknown-scene = 나오는 회차
track-unknown-korean-title = 한국어 제목
scenes-heading = 나오는 장면
songs-heading = 나온 노래
listen = { $service }

## /ratings
ratings-title = 〈{ $show }〉 시청률
ratings-none = 알려진 시청률이 없어요.
ratings-finale = 마지막 { $episode }회({ $date })의 전국 시청률은 { $rating }예요.
ratings-finale-record = 최종회인 { $episode }회({ $date })의 전국 시청률은 { $rating }로 작품 최고 기록이에요.
ratings-place = **{ $place }위** · { $ladder } ({ $date } 기준)
ratings-measure = 전국 유료 가구 기준 퍼센트, 수도권은 서울·인천·경기.
ratings-facts-heading = 평균과 기록
milestones-heading = 이정표
rating-seoul = 수도권 { $rating }
rating-drawn = 전국 { $rating }
rating-in-run = 전체 { $count }회 중 { $place }위
rating-unknown = 알려진 시청률이 없어요.
rating-peak = 분당 최고(전국): { $figure }
rating-peak-seoul = 분당 최고(수도권): { $figure }
rating-viewers = 시청자 수(전국): { $figure }명
rating-viewers-seoul = 시청자 수(수도권): { $figure }명
rating-young = 20~49세(전국): { $figure }
rating-young-seoul = 20~49세(수도권): { $figure }
minutes = 길이: { $minutes }분
content-note = 내용 안내.
episode-before = 이전 회
episode-after = 다음 회
ladder-button = 역대 순위
ladder-title = 역대 순위
ladder-heading = { $ladder }, { $date } 기준
netflix-button = 넷플릭스
netflix-title = 넷플릭스 성적
netflix-lead = 글로벌 톱 10에 { $weeks }주(최고 { $best }위), { $date }까지 { $hours } 시청.
netflix-week = `{ $week }` { $end }까지 · **{ $rank }**위 · { $hours }백만 시간 · { $views }백만 뷰
totals-heading = 날짜별 누적 시간
total-up-to = { $date }까지:
hours = { $hours }백만 시간
views = { $views }백만 뷰
reports-heading = 넷플릭스 반기 보고서

## /season2
season2-title = 〈{ $show }〉 시즌2?
season2-none = 시즌2에 대해 알려진 것이 없어요.
season2-age = 가장 새로운 정보는 { $date } 것으로, 오늘({ $today }) 기준 { $months ->
    [0] 한 달이 되지 않았어요
   *[other] { $months }개월 지났어요
}.
season2-official = **공식:** { $text }
season2-press = **언론:** { $text }
season2-newest-heading = 최근의 공식 발표와 보도
season2-silence-heading = 아무 말이 없는 사람들
history-button = 누가 무엇을 말했나
history-title = 시즌2에 대해 누가 무엇을 말했나
history-lead = 발언 { $count }건, 최신순.
why-button = 이유와 대신할 것
why-title = 이유와 대신할 것
why-lead = 공식 이유가 아니라 글쓴이들의 주장이에요.
adaptation-heading = 각색
level-official = 공식
level-reported = 보도
level-opinion = 의견
level-rumour = 소문
level-wrong = 오보
level-not-evidence = 근거 아님

## /show
broadcast-heading = 방송
makers-heading = 제작
budget-heading = 제작비
watch-heading = 볼 수 있는 곳
makers-button = 만든 사람들
makers-title = 만든 사람들
makers-lead = 극본, 연출, 음악, 제작.
companies-heading = 회사
job-writer = 극본
job-director = 연출
job-music = 음악감독
job-composer = 작곡
job-chief-producer = 책임 프로듀서
job-executive-producer = 총괄 프로듀서
job-producer = 프로듀서
job-camera = 촬영
job-editor = 편집
places-button = 촬영지
places-title = 촬영지
places-lead = 어디에서 어떤 장면을 찍었는지.
awards-button = 수상
awards-title = 수상
awards-lead = 받은 상과 후보, 최신순.
story-button = 연혁과 그 밖
story-title = 연혁, 스페셜, 제목
story-lead = 작품이 나오기까지, 그리고 함께 나온 것들.
timeline-heading = 연혁
specials-heading = 특집 방송
titles-heading = 다른 언어의 제목
titles-notes-heading = 제목에 대해
ending-button = 결말(스포일러)
ending-title = 결말
ending-lead = 여기 있는 것은 모두 결말을 밝혀요. 알고 싶은 것만 열어 보세요.

## /help
help-title = 〈{ $show }〉에 대해 이 봇이 답하는 것
help-lead = 비공식 팬 프로젝트예요. 모든 답에 출처와 날짜를 적어요.
help-ask = 편한 말로 묻는 질문. 메시지 메뉴의 ‘이 질문에 답하기’로도 됩니다
help-cast = 누가 누구를 연기했는지, 역할과 관계, 노래
help-ost = 곡, 디스크, 가수, 차트
help-ratings = 회차별 시청률, 순위, 넷플릭스
help-season2 = 시즌2가 나오는지, 누가 그렇게 말했는지
help-show = 이야기, 제작진, 촬영지, 수상, 볼 수 있는 곳
help-help = 이 카드
help-reading-heading = 카드 읽는 법
help-reading = 스포일러는 가려져 있고 몇 회까지 보면 안전한지 적혀 있어요. *(출처 1곳)*은 다른 곳의 확인이 없다는 뜻, *(출처마다 다름)*은 출처가 서로 다르다는 뜻이에요. 다른 사람이 버튼을 누르면 그 사람에게만 답해요.
help-stored-heading = 저장하는 것
help-stored = 아무것도 저장하지 않아요. 메시지도, 이름도, 설정도.
help-data-heading = 사실 자료
help-data = { $version }에 마지막으로 점검: 출연진 { $cast }명, { $tracks }트랙, { $episodes }회, 출처 { $sources }곳.
help-report = 오류 알리기
