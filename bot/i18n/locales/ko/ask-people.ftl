# 사람
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

# 관계를 이르는 말
ask-whose = { $whose }의 { $bond }
