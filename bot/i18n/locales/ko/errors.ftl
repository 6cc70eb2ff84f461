# 답할 수 없을 때 본인에게만 보이는 답.
no-match-cast = ‘{ $typed }’ 배우나 등장인물을 찾지 못했어요.
no-match-ost = ‘{ $typed }’ 곡이나 가수를 찾지 못했어요.
no-match-episode = ‘{ $typed }’ 회차는 없어요.
no-match-near = 혹시 이 중에 있나요?
no-match-all = 전체 목록에서 찾아보세요.
ambiguous = ‘{ $typed }’에 맞는 카드가 여러 개예요. 어느 것인가요?
no-such-address = 이 카드는 이제 없어요. 명령어로 새 카드를 열어 주세요.
no-such-command = 이 명령어는 이제 없어요.
no-text-in-message = 이 메시지에는 답할 글이 없어요.
no-text-in-message-hint = 질문이 적힌 메시지를 고르거나 `/ask`로 물어보세요.
unexpected = 문제가 생겼어요. 알려 주실 때 `{ $reference }` 번호를 함께 적어 주세요.
all-cast = 출연진 전체
all-ost = OST 전체
all-episode = 전체 회차
all-commands = 명령어 전체
