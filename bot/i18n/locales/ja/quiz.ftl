# クイズの問題。正解とほかの選択肢は、38字までのボタンに載る。
quiz-plays = { $character }を演じているのは誰？
quiz-role = { $actor }が演じている役は？
quiz-age = 公式の人物紹介で、{ $character }は何歳？
quiz-born = { $actor }が生まれたのは何年？
quiz-relation = { $character }の{ $relation }は誰？
quiz-sings = 「{ $title }」を歌っているのは誰？
quiz-song = OSTで{ $singer }が歌っている曲は？
quiz-part = 「{ $title }」はOSTのパートいくつ？
quiz-released = 「{ $title }」が発売されたのはいつ？
quiz-first = この中でいちばん早く出た曲は？
quiz-award = { $award }で「{ $category }」を受賞した曲は？
quiz-aired = 第{ $number }話が初めて放送されたのはいつ？
quiz-episode = { $date }に初めて放送されたのは何話？
quiz-rating = 第{ $number }話の全国視聴率は？
quiz-highest = この中で全国視聴率がいちばん高い回は？
quiz-lowest = この中で全国視聴率がいちばん低い回は？
quiz-week = { $start }から{ $end }まで、Netflixの世界トップ10で何位だった？
quiz-ranking = 「{ $ranking }」（{ $date }時点）で{ $place }位のドラマは？
quiz-crew = { $job ->
    [writer] このドラマの脚本を書いたのは誰？
    [director] この中でこのドラマを演出したのは誰？
    [editor] このドラマを編集したのは誰？
   *[music] この中でこのドラマの音楽に携わったのは誰？
}
quiz-title = 「{ $title }」は何語のタイトル？
quiz-place = { $place }位
