# 퀴즈의 질문. 선택지는 버튼에 적힌다(최대 38자).
quiz-plays = { $character } 역을 맡은 배우는?
quiz-role = { $actor } 배우가 맡은 역할은?
quiz-age = 공식 인물 소개에 나오는 { $character }의 나이는?
quiz-born = { $actor } 배우가 태어난 해는?
quiz-relation = { $character }의 { $relation }{ PARTICLE($relation, "은/는") }?
quiz-sings = ‘{ $title }’{ PARTICLE($title, "을/를") } 부른 가수는?
quiz-song = OST 중에서 { $singer }{ PARTICLE($singer, "이/가") } 부른 곡은?
quiz-part = ‘{ $title }’{ PARTICLE($title, "이/가") } 수록된 OST 파트는?
quiz-released = ‘{ $title }’의 발매일은?
quiz-first = 다음 중 가장 먼저 나온 곡은?
quiz-award = { $award }에서 ‘{ $category }’ 부문을 수상한 곡은?
quiz-aired = { $number }회가 처음 방송된 날은?
quiz-episode = { $date }에 처음 방송된 회차는?
quiz-rating = { $number }회의 전국 시청률은?
quiz-highest = 다음 중 전국 시청률이 가장 높은 회차는?
quiz-lowest = 다음 중 전국 시청률이 가장 낮은 회차는?
quiz-week = { $span } 주간 넷플릭스 글로벌 톱10에서 몇 위였을까요?
quiz-ranking = ‘{ $ranking }’({ $date } 기준)에서 { $place }위인 작품은?
quiz-crew = { $job ->
    [writer] 이 작품의 극본을 쓴 사람은?
    [director] 다음 중 이 작품을 연출한 사람은?
    [editor] 이 작품을 편집한 사람은?
   *[music] 다음 중 이 작품의 음악에 참여한 사람은?
}
quiz-place = { $place }위

## 카드
quiz-lead = 출처가 있는 사실로 만든 문제 { $count }개. 아직 안 본 내용은 나오지 않아요.
quiz-too-few = 퀴즈를 만들 만큼 자료가 많지 않아요.
quiz-about = 주제: { $topic }
quiz-everything = 전체
quiz-begin = { $count }문제 풀기
quiz-day-button = 오늘의 문제
quiz-day = 오늘의 문제, { $date }
quiz-day-note = 내 답은 나에게만 보여요. 새 문제: { $next }
quiz-post = 여기에 올리기
quiz-progress = { $count }문제 중 { $number }번 · { $right }개 정답
quiz-right = **정답이에요:** { $answer }
quiz-wrong = **아쉬워요:** 정답은 { $answer }, 고른 답은 { $chosen }
quiz-next = 다음 문제
quiz-stop = 그만하기
quiz-finish = 결과 보기
quiz-result = { $count }문제 중 { $right }개 정답
quiz-again = 다시 하기
quiz-share = 여기에 보여 주기
quiz-shared = { $player } 님이 퀴즈에서 { $count }문제 중 { $right }개를 맞혔어요.
quiz-mark = { $mark ->
    [right] ○
   *[wrong] ✕
}
quiz-not-yours = 다른 사람의 퀴즈이거나, 그사이 내용이 바뀐 문제예요.
