# /season2
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
