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
