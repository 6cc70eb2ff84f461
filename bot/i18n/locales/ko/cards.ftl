# 카드의 말. 이름과 사실의 글은 인수로 들어온다.

## 공통
list = { $rest }, { $last }
sources-line = { $sources } · { $date } 확인
sources-more = 외 { $count }곳
publisher = { $kind ->
    [blog] { $name }(블로그)
   *[other] { $name }
}
sources-button = 출처
sources-title = 출처
sources-lead = 사실 { $facts }건, 출처 { $sources }곳. 얼마나 확인됐는지 함께 적었어요.
sources-back = 돌아가기
confidence-confirmed = 확인됨
confidence-single = 출처 1곳
confidence-disputed = 출처마다 다름
confidence-derived = 자체 계산
weak-confirmed = { $kind ->
    [encyclopedia] 백과사전뿐
    [database] 데이터베이스뿐
    [mirror] 백과사전 사본뿐
   *[other] 팬 사이트뿐
}
weak-single = { $kind ->
    [encyclopedia] 출처 1곳, 백과사전
    [database] 출처 1곳, 데이터베이스
    [mirror] 출처 1곳, 백과사전 사본
   *[other] 출처 1곳, 팬 사이트
}
spoiler-after = { $episode }회까지 본 분만:
disputed-button = 엇갈리는 점
disputed-title = { $name }: 엇갈리거나 알 수 없는 점
audience = { $left ->
    [0] 끝까지
   *[other] { $episode }회까지
} 본 분을 위한 카드
audience-bars = { $left ->
    [0] 결말까지의
   *[other] { $episode }회까지의
} 스포일러가 가려져 있어요
withheld = { $episode }회부터 볼 수 있는 사실이 { $count }건 더 있어요
level-placeholder = 몇 회까지 봤나요?
level-nothing = 아직 안 봤어요
level-everything = 끝까지 봤어요
dispute-heading = 출처마다 다른 점
dispute-topic = { $topic }
dispute-spoiler = 출처마다 다른 점이 있어요.
dispute-reading = 이 봇의 판단: { $reading }
false-claim-heading = 흔한 오해
false-claim = “{ $claim }” { $verdict }
unknown-heading = 아직 알 수 없는 것
facts-heading = 알아 두면 좋은 것
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
show-button = 작품 정보
today-button = 이날의 기록
quiz-button = 퀴즈
