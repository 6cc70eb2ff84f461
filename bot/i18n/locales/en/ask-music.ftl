# Answers about music
ask-singer = { $singer } sings { $track }{ $part }.
ask-singer-group = { $singer } sings { $track }{ $part }. The members are { $people }.
ask-part = {" "}(OST Part { $part })
ask-sings-nothing = I don’t know of any song by { $singer } on the soundtrack.
ask-songs = { $singer } sings { $tracks }.
ask-song = { $track }
ask-song-part = { $track } (OST Part { $part }, { $date })
ask-released = { $track } came out on { $date }.
ask-released-time = { $track } came out on { $date } at { $time } Korean time.
ask-heard = { $count ->
    [one] { $track } plays in episode { $episodes }.
   *[other] { $track } plays in episodes { $episodes }.
}
ask-songs-in = Songs in episode { $episode }: { $tracks }.
ask-no-song-known = I don’t know which songs play in episode { $episode }.
ask-music-by = The music for { $track } is by { $names }.
ask-lyrics-by = The lyrics to { $track } are by { $names }.
ask-track = { $track } is OST Part { $part } by { $singer }, released on { $date }.
ask-track-bare = { $track } is on the soundtrack ({ $kind }).
ask-track-title = { $title }; { $others }.
ask-track-title-also = { $title }; { $others }. Also known as { $also }.
ask-charts = { $track } on the charts: { $charts }.
ask-chart = { $chart }
ask-chart-peak = no. { $peak } ({ $chart })
ask-song-count = { $count ->
    [one] One song was released as a single.
   *[other] { $count } songs were released as singles.
}
ask-singers = { $count } artists sing on the soundtrack: { $names }.
ask-song-list = The { $count } songs are { $tracks }.
ask-discs = { $count ->
    [one] The album has one disc: { $discs }.
   *[other] The album has { $count } discs (CDs): { $discs }.
}
ask-disc-item = { $name } ({ $total } tracks)
ask-disc = Disc { $number }, { $name }, has { $total } tracks: { $tracks } and more.
ask-disc-in-part = Disc { $number }, { $name }, reportedly has { $total } tracks. I know { $known } of them: { $tracks } and more.
ask-edition = { $name }: { $contents }.
