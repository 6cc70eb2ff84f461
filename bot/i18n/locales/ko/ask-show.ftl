# 시즌2와 그 밖의 것
ask-season2 = { $text } ({ $date } 기준)
ask-statement = { $who }({ $level }, { $date }): { $text }
ask-reason = { $who }의 주장: { $text }
ask-special = { $name }({ $date })
ask-specials = 스페셜은 { $count }편이에요: { $specials }.

# 작품
ask-made-write = 극본 { $names }.
ask-made-direct = 연출 { $names }.
ask-made-music-of-show = 음악 { $names }.
ask-made-camera = 촬영 { $names }.
ask-made-edit = 편집 { $names }.
ask-made-crew = 제작진: { $names }(극본, 연출, 음악).
ask-credit = { $name }{ PARTICLE($name, "은/는") } 이 작품의 { $job }{ PARTICLE($job, "이에요/예요") }.
ask-job-writer = 작가
ask-job-director = 감독(연출)
ask-job-music = 음악감독
ask-job-composer = 작곡가
ask-job-chief-producer = 책임 프로듀서
ask-job-executive-producer = 제작 총괄
ask-job-producer = 프로듀서
ask-job-camera = 촬영감독
ask-job-editor = 편집 담당
ask-wrote = { $name }{ PARTICLE($name, "이/가") } 작곡한 곡: { $tracks }.
ask-company = { $name }: { $part }.
ask-episodes = { $count }부작이에요.
ask-episodes-specials = { $count }부작이며, 스페셜 { $specials }편이 따로 있어요.
ask-run = { $first }부터 { $last }까지 방영됐어요.
ask-won = 수상 { $count }건: { $prizes }{ $more ->
    [0] .
   *[other] {" "}외 { $more }건.
}
ask-won-by = { $whose } 수상 { $count }건: { $prizes }{ $more ->
    [0] .
   *[other] {" "}외 { $more }건.
}
ask-nominated = 수상하지 못한 후보 { $count }건: { $prizes }{ $more ->
    [0] .
   *[other] {" "}외 { $more }건.
}
ask-nominated-by = { $whose }, 수상하지 못한 후보 { $count }건: { $prizes }{ $more ->
    [0] .
   *[other] {" "}외 { $more }건.
}
ask-prize = { $category }({ $award }, { $date })
ask-prize-to = { $category } { $recipient }({ $award }, { $date })
ask-places = { $country }: { $places } 등.
ask-place = { $place }: { $used }
ask-titles = { $titles }
ask-title = { $language } { $title }
