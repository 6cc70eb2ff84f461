# /help
help-title = 『{ $show }』のことを聞いてみよう
help-lead = 非公式のファンプロジェクトです。どの答えにも出典と日付があります。
help-ask = 自分の言葉で質問
help-cast = 誰が誰を演じ、どんな関係か
help-ost = 曲、ディスク、歌手、チャート
help-ratings = 視聴率、順位、Netflix
help-season2 = シーズン2はある？
help-show = あらすじ、制作陣、ロケ地、受賞
help-today = この日や別の日の出来事
help-quiz = 10問、または今日の問題
help-button = コマンド
help-about-button = このボットについて
help-about-title = このボットについて
help-reading-heading = カードの見方
help-reading =
    - ネタバレは出しません。何話以降の情報が何件あるかだけを示します。
    - カードの下のメニューかオプション`seen`で何話まで見たかを選ぶと、そこまでの内容をすべて載せたカードを、自分だけに表示します。
    - （*出典1つ*）：ほかの出典では確認できていません。（*諸説あり*）：出典によって内容が異なります。
    - ほかの人のカードのボタンを押すと、自分だけのカードが開きます。
    - メッセージからも聞けます：アプリ→「この質問に答える」。
help-stored-heading = 保存するもの
help-stored = クイズのあとに「得点を保存」を押さないかぎり、あなたについて何も保存しません。対決の回答は終了後まもなく消えます。`/privacy`で確認と削除ができます。
help-data-heading = 資料
help-data = 最終点検は{ $version }（{ $age }）：キャスト{ $cast }人、{ $tracks }曲、{ $episodes }話、出典{ $sources }件。
help-report = 間違いを知らせる
