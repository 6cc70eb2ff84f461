# 봇이 답하기 전에 디스코드가 보여 주는 설명: 최대 100자.
command-ask = 편한 말로 물어보세요: 인물, 노래, 시청률, 시즌2, 촬영지, 수상
command-ask-question = 친구에게 묻듯이 쓰는 질문
menu-answer = 이 질문에 답하기
command-cast = 누가 누구를 연기했는지: 출연진 전체 또는 한 사람의 카드
command-cast-who = 배우나 등장인물 이름(어떤 표기든 가능)
command-ost = OST 전체 또는 한 곡: 가수, 발매일, 나오는 장면
command-ost-track = 제목, 가수 또는 파트 번호
command-ratings = 시청률: 최종회, 최고 기록, 회차별, 넷플릭스
command-ratings-episode = 회차 번호
command-season2 = 시즌2가 나오나요? 결론과 누가 언제 무엇을 말했는지
command-show = 작품 한눈에 보기: 이야기, 제작진, 촬영지, 수상, 볼 수 있는 곳
command-today = 오늘 날짜에 있었던 일: 방송, 노래, 시청률, 수상, 생일
command-today-date = 다른 날짜(예: 3월 9일)
command-quiz = 스포일러 없는 퀴즈: 열 문제 또는 오늘의 문제
command-help = 이 봇이 답하는 것, 저장하는 것, 오류를 알리는 방법
command-private = 나에게만 답을 보여요
command-seen = 몇 회까지 봤는지: 그때까지 알아도 되는 내용을 나에게만 보여요
