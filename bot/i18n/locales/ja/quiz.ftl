# クイズの問題。正解とほかの選択肢は、38字までのボタンに載る。
quiz-plays = { $character }を演じているのは誰？
quiz-role = { $actor }が演じている役は？
quiz-age = 公式の人物紹介で、{ $character }は何歳？
quiz-born = { $actor }が生まれたのは何年？
quiz-relation = { $character }の{ $relation }は誰？
quiz-sings = 「{ $title }」を歌っているのは誰？
quiz-song = OSTで{ $singer }が歌っている曲は？
quiz-part = 「{ $title }」が収録されているOSTのパートは？
quiz-released = 「{ $title }」が発売されたのはいつ？
quiz-first = この中でいちばん早く出た曲は？
quiz-award = { $award }で「{ $category }」を受賞した曲は？
quiz-aired = 第{ $number }話が初めて放送されたのはいつ？
quiz-episode = { $date }に初めて放送されたのは何話？
quiz-rating = 第{ $number }話の全国視聴率は？
quiz-highest = この中で全国視聴率がいちばん高い回は？
quiz-lowest = この中で全国視聴率がいちばん低い回は？
quiz-week = { $span }の週、Netflixの世界トップ10で何位だった？
quiz-ranking = 「{ $ranking }」（{ $date }時点）で{ $place }位のドラマは？
quiz-crew = { $job ->
    [writer] このドラマの脚本を書いたのは誰？
    [director] この中でこのドラマを演出したのは誰？
    [editor] このドラマを編集したのは誰？
   *[music] この中でこのドラマの音楽に携わったのは誰？
}
quiz-place = { $place }位

## カード
quiz-lead = 出典のある情報から作った{ $count }問。まだ見ていない話のネタバレはありません。
quiz-too-few = クイズを作れるだけの情報がありません。
quiz-about = テーマ：{ $topic }
quiz-everything = すべて
quiz-begin = { $count }問に挑戦
quiz-day-button = 今日の問題
quiz-day = 今日の問題、{ $date }
quiz-day-note = あなたの答えは自分だけに見えます。新しい問題：{ $next }
quiz-post = ここに投稿
quiz-progress = { $count }問中{ $number }問目 · 正解{ $right }
quiz-right = **正解！** { $answer }
quiz-wrong = **残念：** 正解は{ $answer }、選んだのは{ $chosen }
quiz-next = 次の問題
quiz-stop = やめる
quiz-finish = 結果を見る
quiz-result = { $count }問中{ $right }問正解
quiz-again = もう一度
quiz-share = ここで見せる
quiz-shared = { $player }さんはクイズで{ $count }問中{ $right }問正解しました。
quiz-mark = { $mark ->
    [right] ○
   *[wrong] ×
}
quiz-not-yours = ほかの人のクイズか、その後に内容が変わった問題です。
