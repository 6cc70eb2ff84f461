# /ask에 답하는 문장. 이름 뒤에는 다른 문자로 적은 이름이 붙고, 자료의 글은 그대로 들어온다.

## 공통
ask-name = { $name }({ $other })
ask-stated = { $text }
ask-stated-about = { $name }: { $text }
ask-stated-about-episode = { $name }, { $episode }회: { $text }
ask-yes = 네. { $text }
ask-no = 아니요. { $text }
ask-sung = { $singer }의 { $name }
ask-hole = 모르겠어요. { $text }
ask-missing = 모르겠어요. 알려 주는 출처가 없어요.
ask-false = 흔히 도는 이야기지만 사실이 아니에요. “{ $claim }” { $verdict }
ask-dont-know = 그건 모르겠어요.
ask-dont-know-hint = 〈{ $show }〉에 대해 출처가 있는 것만 알아요: 배우와 배역, 인물 관계, 노래, 시청률, 시즌2, 제작 이야기, 수상, 결말. 사생활이나 다른 작품, 의견을 묻는 질문에는 답하지 않아요.
ask-not-sure = 질문을 제대로 이해했는지 모르겠어요. 가장 비슷한 내용은 이거예요:
ask-further = 혹시 이 중에 찾으시던 게 있나요?
ask-show-everyone = { $number }번 모두에게 보여 주기
ask-not-sure-card = 제대로 이해했는지 모르겠어요. 이 카드가 도움이 될 수도 있어요.
ask-claims = { $claim }; { $rest }
ask-dispute = 출처마다 말이 달라요. { $topic }: { $claims }. { $reading }
ask-unknown-language = 그 언어는 이해하지 못해요. { $languages }로 물어봐 주세요.
ask-still-reading = 방금 시작해서 아직 내용을 읽고 있어요. 잠시 뒤에 다시 물어봐 주세요.
ask-untranslated = 아직 번역되지 않아 { $language }로 답해요.
ask-unclear = 여러 뜻일 수 있어요. 어느 쪽인가요?
ask-try-heading = 이렇게 물어보세요
ask-empty = { $show }에 대해 물어보세요.
