# シーズン2とスペシャルについての答え
ask-season2 = { $text }（{ $date }時点）
ask-statement = { $who }（{ $level }、{ $date }）：{ $text }
ask-reason = { $who }の意見：{ $text }
ask-special = { $name }（{ $date }）
ask-specials = スペシャルは{ $count }本です：{ $specials }。

# 作品についての答え
ask-made-write = 脚本：{ $names }。
ask-made-direct = 演出（監督）：{ $names }。
ask-made-music-of-show = 音楽：{ $names }。
ask-made-camera = 撮影：{ $names }。
ask-made-edit = 編集：{ $names }。
ask-made-crew = 制作陣：{ $names }（脚本、演出、音楽）。
ask-credit = { $name }は、この作品の{ $job }です。
ask-job-writer = 脚本家
ask-job-director = 監督（演出）
ask-job-music = 音楽監督
ask-job-composer = 作曲家
ask-job-chief-producer = チーフプロデューサー
ask-job-executive-producer = エグゼクティブ・プロデューサー
ask-job-producer = プロデューサー
ask-job-camera = 撮影監督
ask-job-editor = 編集担当
ask-wrote = { $name }が作曲した曲：{ $tracks }。
ask-company = { $name }：{ $part }。
ask-episodes = 全{ $count }話です。
ask-episodes-specials = 全{ $count }話と、スペシャル{ $specials }本です。
ask-run = { $first }から{ $last }まで放送されました。
ask-won = 受賞は{ $count }件：{ $prizes }{ $more ->
    [0] 。
   *[other] 、ほか{ $more }件。
}
ask-won-by = { $whose }の受賞は{ $count }件：{ $prizes }{ $more ->
    [0] 。
   *[other] 、ほか{ $more }件。
}
ask-nominated = 受賞に至らなかったノミネートは{ $count }件：{ $prizes }{ $more ->
    [0] 。
   *[other] 、ほか{ $more }件。
}
ask-nominated-by = { $whose }の、受賞に至らなかったノミネートは{ $count }件：{ $prizes }{ $more ->
    [0] 。
   *[other] 、ほか{ $more }件。
}
ask-prize = { $category }（{ $award }、{ $date }）
ask-prize-to = { $category }：{ $recipient }（{ $award }、{ $date }）
ask-places = { $country }：{ $places }など。
ask-place = { $place }：{ $used }
ask-titles = { $titles }
ask-title = { $language }：{ $title }
