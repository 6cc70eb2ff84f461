# ボットが答える前にDiscordが表示するもの：コマンドとオプションの説明、100字まで。
command-ask = 自分の言葉で質問：人物、挿入歌、視聴率、シーズン2、ロケ地、受賞
command-ask-question = 友だちに聞くように、ふだんの言葉で書いてください
menu-answer = この質問に答える
command-cast = 誰が誰を演じているか：キャスト全体、または1人
command-cast-who = 俳優か登場人物の名前（かな、ローマ字、ハングルのどれでも）
command-ost = OST全体、または1曲：歌手、発売日、流れる場面
command-ost-track = 曲名、歌手、またはパート番号
command-ratings = 視聴率：最終回、最高記録、各話、Netflix
command-ratings-episode = 話数
command-season2 = シーズン2はある？ 短い答えと、誰がいつ何を言ったか
command-show = 作品をひと目で：あらすじ、制作陣、ロケ地、受賞、配信
command-today = この日の出来事：放送、曲、視聴率、受賞、誕生日
command-today-date = 別の日（例：3月9日）
command-quiz = ネタバレなしのクイズ：10問、または今日の問題
command-help = このボットが答えられること、保存するもの、間違いの知らせ方
command-private = 答えを自分だけに表示します
command-seen = 何話まで見たか：そこまでの内容を、自分だけに表示します
