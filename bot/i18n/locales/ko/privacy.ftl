# /privacy, 점수 저장, 서버 순위표.
command-privacy = 이 봇이 나에 대해 저장한 것: 보기, 내보내기, 숨기기, 삭제
help-privacy = 나에 대해 저장된 것 보기와 삭제
privacy-title = 나에 대해 저장된 것
privacy-nothing = 아무것도 없어요.
privacy-no-storage = 아무것도 없어요. 이 봇 운영자가 저장소를 설정하지 않아서 아무것도 저장할 수 없어요.
privacy-kept = { $date }에 동의했어요. 디스코드 아이디와 이 날짜를 저장했어요.
privacy-scores = 점수: 서버 { $servers }곳에서 { $days }일 동안 { $points }점.
privacy-daily = 오늘의 문제: { $days }일 답함.
privacy-match = 대결에서 고른 답. 대결이 끝나고 30분 안에 지워져요.
privacy-hidden = 순위표에 나오지 않아요.
privacy-seen = { $episode }회까지 봤다고 기억하고 있어요. 나에게만 보이는 답에 써요.
privacy-retention = 점수는 400일 뒤에 지워져요.
privacy-export = 내보내기
privacy-hide = 순위표에서 숨기기
privacy-show = 순위표에 표시하기
privacy-delete = 모두 삭제
privacy-delete-sure = 나에 대해 저장된 것을 모두 삭제할까요? 되돌릴 수 없어요.
privacy-delete-yes = 네, 삭제할게요
privacy-deleted = 나에 대해 저장된 것을 모두 삭제했어요.
privacy-level = 몇 회까지 봤는지 기억하기
privacy-level-forget = 기억하지 않기
keep-button = 내 점수 저장
keep-question = 점수를 저장하려면 디스코드 아이디, 이 서버의 아이디, 날짜, 점수를 보관해요. 이름과 고른 답은 보관하지 않아요. `/privacy`에서 언제든 모두 삭제할 수 있어요.
keep-yes = 저장하기
keep-no = 아니요
keep-declined = 아무것도 저장하지 않았어요.
keep-done = 이제부터 점수를 저장해요. `/privacy`에서 보고 지울 수 있어요.
keep-unavailable = 지금은 점수를 저장할 수 없어요.
back-button = 돌아가기

## 순위표
board-title = { $period ->
    [week] 이번 주 순위
    [month] 이번 달 순위
   *[all] 전체 순위
}
board-period = { $period ->
    [week] 이번 주
    [month] 이번 달
   *[all] 전체
}
board-button = 순위표
board-empty = 아직 점수가 없어요. `/match`나 오늘의 문제를 풀어 보세요.
board-line = **{ $rank }위** { $person } { $points }점, { $asked }문제 중 { $hits }개 정답
board-own = 나: { $rank }위, { $points }점
board-only-servers = 순위표는 서버마다 있어요. 서버에서 열어 주세요.
board-post = 여기에 보여 주기
board-clear = 순위표 비우기
board-clear-sure = 이 서버의 점수를 모두 삭제할까요? 모든 사람의 점수가 지워져요.
daily-points = { $points ->
    [0] 기록했어요
   *[other] { $points }점
} · { $days }일 연속
daily-again = 하루의 첫 답만 점수로 세요.
