# /ask에 답하는 문장. 이름 뒤에는 다른 문자로 적은 이름이 붙고, 자료의 글은 그대로 들어온다.

## 공통
ask-name = { $name }({ $other })
ask-stated = { $text }
ask-stated-about = { $name }: { $text }
ask-stated-about-episode = { $name }, { $episode }회: { $text }
ask-hole = 그건 저도 모르겠어요. { $text }
ask-missing = 그건 저도 모르겠어요. 알려진 출처가 없어요.
ask-false = 떠도는 말이지만 사실이 아니에요. “{ $claim }” { $verdict }
ask-whole-card = 카드 전체
ask-dont-know = 그건 모르겠어요.
ask-dont-know-hint = 저는 〈{ $show }〉{ PARTICLE($show, "와/과") } 관련해 출처가 있는 것만 알아요: 누가 누구 역인지, 인물 사이의 관계, 노래와 앨범, 시청률과 넷플릭스, 시즌2, 제작진과 촬영지, 수상, (가려진) 결말. 사생활, 다른 작품, 의견, 심부름에는 답하지 않아요.
ask-not-sure = 제대로 알아들었는지 모르겠어요. 이 카드에 있을지도 몰라요.
ask-unclear = 여럿에 맞는 말이에요. 어느 쪽인가요?
ask-try-heading = 이렇게 물어보세요
ask-empty = { $show }에 대해 물어보세요.

## 사람
ask-plays = { $character } 역은 { $actor }입니다.
ask-plays-kin = { $whose } { $character } 역은 { $actor }입니다.
ask-uncast = 모르겠어요. { $character }{ PARTICLE($character, "을/를") } 누가 연기했는지는 알려지지 않았어요.
ask-uncast-kin = 모르겠어요. { $whose } { $character }{ PARTICLE($character, "을/를") } 누가 연기했는지는 알려지지 않았어요.
ask-who = { $character }, 배우 { $actor }: { $role }
ask-who-uncast = { $character }: { $role }
ask-work = { $title }
ask-work-year = { $title }({ $year })
ask-works = { $person }의 다른 작품: { $works }.
ask-in-work = 네, { $person }의 작품 가운데 { $title } 있습니다.
ask-in-work-year = 네, { $person }의 작품 가운데 { $title }({ $year }) 있습니다.
ask-work-people = { $title }에도 참여한 사람: { $people }.
ask-age = { $character }의 극중 나이는 { $age }세입니다.
ask-born = { $actor }의 생년월일은 { $date }입니다.
ask-appears = { $person } 출연: { $where }.
ask-person = { $person }
ask-person-bond = { $person }({ $bond })
ask-person-played = { $person }, 배우 { $actor }
ask-actor-as = { $character } 역 { $actor }
ask-relation = { $whose }의 { $bond }{ PARTICLE($bond, "은/는") } { $people }입니다.{ $detail }
ask-detail = {" "}({ $text })
ask-is = 네, { $whose }의 { $bond }{ PARTICLE($bond, "은/는") } { $people }입니다.{ $detail }
ask-is-not = 아니요, { $whose }의 { $bond }{ PARTICLE($bond, "은/는") } { $people }입니다.{ $detail }
ask-nobody = { $whose }의 { $bond }{ PARTICLE($bond, "이/가") } 누구인지 모르겠어요.
ask-not-related = { $one }{ PARTICLE($one, "와/과") } { $other } 사이에 어떤 관계가 있는지 모르겠어요.
ask-leads = 주연: { $people }.
ask-cameos = 특별출연: { $people }.

## 관계를 이르는 말
ask-whose = { $whose }의 { $bond }

## 음악
ask-singer = { $track }{ PARTICLE($track, "은/는") } { $singer }{ PARTICLE($singer, "이/가") } 불렀습니다{ $part }.
ask-singer-group = { $track }{ PARTICLE($track, "은/는") } { $singer }{ PARTICLE($singer, "이/가") } 불렀습니다{ $part }. 멤버는 { $people }입니다.
ask-part = (OST 파트 { $part })
ask-sings-nothing = { $singer }{ PARTICLE($singer, "이/가") } 부른 OST가 있는지 모르겠어요.
ask-songs = { $singer }{ PARTICLE($singer, "이/가") } 부른 곡: { $tracks }.
ask-song = { $track }
ask-song-part = { $track }(OST 파트 { $part }, { $date })
ask-released = { $track }{ PARTICLE($track, "은/는") } { $date } 발매됐습니다.
ask-released-time = { $track }{ PARTICLE($track, "은/는") } { $date } { $time }(한국 시간)에 발매됐습니다.
ask-heard = { $track }{ PARTICLE($track, "은/는") } { $episodes }회에 나옵니다.
ask-songs-in = { $episode }회에 나오는 곡: { $tracks }.
ask-no-song-known = { $episode }회에 어떤 곡이 나오는지는 모르겠어요.
ask-music-by = { $track } 작곡: { $names }.
ask-lyrics-by = { $track } 작사: { $names }.
ask-track = { $track }{ PARTICLE($track, "은/는") } { $singer }{ PARTICLE($singer, "이/가") } 부른 OST 파트 { $part }{ PARTICLE($part, "으로/로") }, { $date } 발매됐습니다.
ask-track-bare = { $track }{ PARTICLE($track, "은/는") } OST 수록곡({ $kind })입니다.
ask-track-title = { $title }, { $others }.
ask-track-title-also = { $title }, { $others }. 다른 표기: { $also }.
ask-charts = { $track }의 차트 성적: { $charts }.
ask-chart = { $chart }
ask-chart-peak = { $peak }위({ $chart })
ask-first-single = 첫 곡은 { $date } 나온 { $singer }의 { $track }(OST 파트 { $part })입니다.
ask-last-single = 마지막 곡은 { $date } 나온 { $singer }의 { $track }(OST 파트 { $part })입니다.
ask-song-count = 싱글로 나온 노래는 { $count }곡입니다.
ask-singers = OST에 참여한 가수는 { $count }팀입니다: { $names }.
ask-song-list = 노래 { $count }곡: { $tracks }.
ask-music = 음악: { $names }.
ask-discs = 앨범은 CD { $count }장(디스크 { $count })입니다: { $discs }.
ask-disc-item = { $name }({ $total }트랙)
ask-disc = CD { $number } { $name }: { $total }트랙. { $tracks } 등.
ask-disc-in-part = CD { $number } { $name }: { $total }트랙이라고 하며, 알려진 것은 { $known }트랙입니다. { $tracks } 등.
ask-edition = { $name }: { $contents }.

## 수치
ask-rating = { $episode }회 시청률은 전국 { $rating }(수도권 { $seoul })로, 전체 회차 가운데 { $place }위입니다.
ask-rating-nationwide = { $episode }회 시청률은 전국 { $rating }로, 전체 회차 가운데 { $place }위입니다.
ask-rating-seoul = { $episode }회 수도권 시청률은 { $figure }입니다.
ask-rating-minute = { $episode }회 분당 최고 시청률은 전국 { $figure }, 수도권 { $seoul }입니다.
ask-rating-minute-nationwide = { $episode }회 분당 최고 시청률은 전국 { $figure }입니다.
ask-rating-viewers = { $episode }회 시청자 수는 전국 { $figure }명, 수도권 { $seoul }명입니다.
ask-rating-viewers-nationwide = { $episode }회 시청자 수는 전국 { $figure }명입니다.
ask-rating-young-viewers = { $episode }회 20~49세 시청률은 전국 { $figure }, 수도권 { $seoul }입니다.
ask-rating-young-viewers-nationwide = { $episode }회 20~49세 시청률은 전국 { $figure }입니다.
ask-highest = 최고 시청률은 { $episode }회의 전국 { $rating }(수도권 { $seoul })입니다.
ask-highest-nationwide = 최고 시청률은 { $episode }회의 전국 { $rating }입니다.
ask-lowest = 최저 시청률은 { $episode }회의 전국 { $rating }(수도권 { $seoul })입니다.
ask-lowest-nationwide = 최저 시청률은 { $episode }회의 전국 { $rating }입니다.
ask-above = 전국 { $mark }를 처음 넘은 것은 { $episode }회({ $rating })이며, 모두 { $total }회 중 { $count }회가 넘었습니다.
ask-above-seoul = 수도권 { $mark }를 처음 넘은 것은 { $episode }회({ $rating })이며, 모두 { $total }회 중 { $count }회가 넘었습니다.
ask-none-above = 전국 { $mark }를 넘은 회차는 없습니다.
ask-none-above-seoul = 수도권 { $mark }를 넘은 회차는 없습니다.
ask-no-episode = { $episode }회는 모르겠어요. 모두 { $count }회예요.
ask-above-rival = 네, 더 높았습니다. 최고 시청률 { $ours }로 { $title }의 { $theirs }를 앞섰습니다.
ask-below-rival = 아니요, { $title }{ PARTICLE($title, "을/를") } 넘지는 못했습니다. 최고 시청률은 { $ours }, 상대는 { $theirs }입니다.
ask-rung = { $title }({ $rating })
ask-stands-first = { $ladder } 가운데 { $place }위({ $rating }, { $date } 기준)입니다.
ask-stands-below = { $ladder } 가운데 { $place }위({ $rating }, { $date } 기준)이며, 위에는 { $above }{ PARTICLE($above, "이/가") } 있습니다.
ask-aired = { $episode }회는 { $date } 방송됐습니다.
ask-minutes = { $episode }회의 길이는 { $minutes }분입니다.
ask-weeks = 넷플릭스 글로벌 톱10에 { $weeks }주 동안 있었습니다({ $first }~{ $last }).
ask-weeks-first = 1위를 한 것은 { $weeks }주입니다: { $spans }.
ask-span = { $first }~{ $last }
ask-best-rank = 글로벌 톱10 최고 순위는 { $week }주 차({ $span })의 { $rank }위이며, 첫 주에는 { $start }위였습니다.
ask-week = { $week }주 차({ $span })에는 { $rank }위, { $hours }백만 시간, { $views }백만 뷰였습니다.
ask-total = { $date }까지 { $hours }백만 시간 시청됐습니다.
ask-report = { $period }: 넷플릭스 시청 { $hours }백만 시간. { $rank }
ask-report-views = { $period }: 넷플릭스 시청 { $hours }백만 시간, { $views }백만 뷰. { $rank }
ask-best-week = 시청 시간이 가장 많았던 주는 { $span }({ $hours }백만 시간), 시청 수가 가장 많았던 주는 { $other }({ $views }백만 뷰)입니다.
ask-report-rank = { $period }: { $rank }

## 시즌2와 그 밖의 것
ask-season2 = { $text }({ $date } 기준)
ask-statement = { $who }({ $level }, { $date }): { $text }
ask-reason = { $who }의 주장: { $text }
ask-special = { $name }({ $date })
ask-specials = 스페셜은 { $count }편입니다: { $specials }.

## 작품
ask-made-write = 극본 { $names }.
ask-made-direct = 연출 { $names }.
ask-made-music-of-show = 음악 { $names }.
ask-made-camera = 촬영 { $names }.
ask-made-edit = 편집 { $names }.
ask-made-crew = 제작진: { $names }(극본, 연출, 음악).
ask-credit = { $name }{ PARTICLE($name, "은/는") } 이 작품의 { $job }입니다.
ask-job-writer = 작가
ask-job-director = 감독(연출)
ask-job-music = 음악감독
ask-job-composer = 작곡가
ask-job-chief-producer = 책임 프로듀서
ask-job-executive-producer = 제작 총괄
ask-job-producer = 프로듀서
ask-job-camera = 촬영
ask-job-editor = 편집
ask-wrote = { $name }{ PARTICLE($name, "이/가") } 작곡한 곡: { $tracks }.
ask-company = { $name }: { $part }.
ask-episodes = { $count }부작입니다.
ask-episodes-specials = { $count }부작이며, 스페셜 { $specials }편이 따로 있습니다.
ask-run = { $first }부터 { $last }까지 방영됐습니다.
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
