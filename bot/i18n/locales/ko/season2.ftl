# /season2
season2-title = 〈{ $show }〉 시즌2, 나오나요?
season2-none = 시즌2에 대해 알려 주는 출처가 없어요.
season2-age = 최신 정보: { $date }({ $months ->
    [0] 한 달이 안 됐어요
   *[other] { $months }개월 전
})
season2-official = **공식:** { $text }
season2-press = **언론:** { $text }
season2-silence-heading = 아직 언급이 없는 사람들
open-button = 남은 궁금증
open-title = 시즌2, 아직 알 수 없는 것
history-button = 누가 무엇을 말했나
history-title = 시즌2에 대해 누가 무엇을 말했나
history-lead = 발언 { $count }건, 최신순.
why-button = 안 나오는 이유
why-title = 이유와 대안
why-lead = 공식적인 이유가 아니라 글쓴이들의 주장이에요.
adaptation-heading = 리메이크와 각색
level-official = 공식
level-reported = 보도
level-opinion = 의견
level-rumour = 소문
level-wrong = 오보
level-not-evidence = 근거 아님
