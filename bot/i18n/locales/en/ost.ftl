# /ost
ost-title = Soundtrack of { $show }
ost-lead = { $count ->
    [one] One single, { $first }
   *[other] { $count } singles, { $first } to { $last }
}
ost-part = OST Part { $part }
timeline-button = Timeline
timeline-title = The singles by date
ost-select = Open a track
album-button = Album
album-title = The album
album-heading = Release, label and sales
charts-button = Charts
charts-title = Charts and awards
charts-lead = How the songs charted and what they won.
charts-heading = Charts
chart-peak = no. { $peak }
disc-lead = { $known ->
    [one] { $known } of { $total } tracks is known.
   *[other] { $known } of { $total } tracks are known.
}
singer-lead = { $count ->
    [0] My sources don’t name a track on the soundtrack.
   *[other] Sings { $titles }.
}
singer-people = Members: { $names }
singer-group = Member of { $group }
singer-link = More by { $name }
track-link = ♪ { $title }
track-sung = Sung by { $singer }
track-also = Also known as: { $names }
track-kind-song = Song
track-kind-theme = Theme
track-kind-score = Score
track-music = Music by { $names }
track-lyrics = Lyrics by { $names }
track-heard = { $count ->
    [one] Plays in episode { $episodes }
   *[other] Plays in episodes { $episodes }
}
track-about-button = Scenes and more
track-about-title = { $title }: scenes and more
track-before = Previous part
track-after = Next part
track-unknown = Not known: { $missing }
track-unknown-singer = performer
track-unknown-release = release date
track-unknown-music = composer
track-unknown-lyrics = lyricist
track-unknown-arrangement = arranger
track-unknown-length = length
track-unknown-scene = episode it plays in
track-unknown-original-title = original title
scenes-heading = Where it plays
songs-heading = Songs in this episode
episode-songs = Songs: { $titles }
