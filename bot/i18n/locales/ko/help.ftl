# /help
help-title = 〈{ $show }〉, 무엇이든 물어보세요
help-lead = 비공식 팬 프로젝트예요. 모든 답에 출처와 날짜를 적어요.
help-ask = 편한 말로 질문하기
help-cast = 누가 누구를 연기했는지, 역할과 관계, 노래
help-ost = 곡, 디스크, 가수, 차트
help-ratings = 회차별 시청률, 순위, 넷플릭스
help-season2 = 시즌2가 나오는지, 누가 그렇게 말했는지
help-show = 이야기, 제작진, 촬영지, 수상
help-today = 오늘 날짜나 다른 날에 있었던 일
help-quiz = 열 문제 또는 오늘의 문제
help-button = 명령어
help-about-button = 이 봇에 대해
help-about-title = 이 봇에 대해
help-reading-heading = 카드 읽는 법
help-reading =
    - 카드에는 스포일러가 없어요. 몇 회부터 볼 수 있는 사실이 몇 건 더 있는지만 알려 드려요.
    - 카드 아래 메뉴나 `seen` 옵션에서 몇 회까지 봤는지 고르면, 그때까지 알아도 되는 내용을 담은 카드가 나에게만 보여요.
    - (*출처 1곳*): 다른 출처의 확인이 없어요. (*출처마다 다름*): 출처가 서로 달라요.
    - 다른 사람의 카드에서 버튼을 누르면 나에게만 보이는 카드가 열려요.
    - 메시지 메뉴의 ‘이 질문에 답하기’로도 물어볼 수 있어요.
help-stored-heading = 저장하는 것
help-stored = 아무것도 저장하지 않아요. 퀴즈 뒤에 ‘내 점수 저장’을 눌렀을 때만 점수를 저장하고, 대결의 답은 끝나고 곧 지워져요. `/privacy`에서 보고 지울 수 있어요.
help-data-heading = 자료
help-data = { $version }에 마지막으로 점검({ $age }): 출연진 { $cast }명, { $tracks }트랙, { $episodes }회, 출처 { $sources }곳.
help-report = 오류 알리기
