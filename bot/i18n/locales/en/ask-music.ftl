# Music
ask-singer = { $singer } sings { $track }{ $part }.
ask-singer-group = { $singer } sings { $track }{ $part }; its members are { $people }.
ask-part = {" "}(OST part { $part })
ask-sings-nothing = I don’t know of any song by { $singer } on the soundtrack.
ask-songs = { $singer } sings { $tracks }.
ask-song = { $track }
ask-song-part = { $track } (OST part { $part }, { $date })
ask-released = { $track } came out on { $date }.
ask-released-time = { $track } came out on { $date } at { $time } Korean time.
ask-heard = { $count ->
    [one] { $track } is heard in episode { $episodes }.
   *[other] { $track } is heard in episodes { $episodes }.
}
ask-songs-in = In episode { $episode } one hears { $tracks }.
ask-no-song-known = I don’t know of any song for episode { $episode }.
ask-music-by = The music of { $track } is by { $names }.
ask-lyrics-by = The words of { $track } are by { $names }.
ask-track = { $track } is OST part { $part }, sung by { $singer }, out since { $date }.
ask-track-bare = { $track } is on the soundtrack ({ $kind }).
ask-track-title = { $title }; { $others }.
ask-track-title-also = { $title }; { $others }; also: { $also }.
ask-charts = { $track } in the charts: { $charts }.
ask-chart = { $chart }
ask-chart-peak = no. { $peak } ({ $chart })
ask-first-single = The first single was { $track } by { $singer }, OST part { $part }, on { $date }.
ask-last-single = The last single was { $track } by { $singer }, OST part { $part }, on { $date }.
ask-song-count = { $count ->
    [one] One song came out as a single.
   *[other] { $count } songs came out as singles.
}
ask-singers = { $count } acts sing on the soundtrack: { $names }.
ask-song-list = The { $count } songs: { $tracks }.
ask-music = The music is by { $names }.
ask-discs = { $count ->
    [one] The album has one disc: { $discs }.
   *[other] The album has { $count } discs (CDs): { $discs }.
}
ask-disc-item = { $name } ({ $total } tracks)
ask-disc = Disc { $number }, { $name }, has { $total } tracks: { $tracks } and so on.
ask-disc-in-part = Disc { $number }, { $name }, is said to have { $total } tracks, of which { $known } are known: { $tracks } and so on.
ask-edition = { $name }: { $contents }.
