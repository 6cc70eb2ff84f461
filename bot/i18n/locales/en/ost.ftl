# /ost
ost-title = Soundtrack of { $show }
ost-lead = { $count ->
    [one] One single, { $first }.
   *[other] { $count } singles, released { $first } to { $last }.
}
ost-part = OST part { $part }
album-button = Album
album-title = The album
album-heading = Release, label and sales
charts-button = Charts and awards
charts-title = Charts and awards
charts-lead = Where the songs stood, and what they won.
charts-heading = Charts
chart-peak = (no. { $peak })
disc-lead = { $known ->
    [one] { $known } line of { $total }
   *[other] { $known } of { $total } lines
} known.
singer-lead = { $count ->
    [0] No track of the soundtrack is known.
   *[other] Sings { $titles }.
}
singer-people = Members: { $names }
singer-group = Member of { $group }
singer-link = { $name }: all tracks
track-link = ♪ { $title }
track-sung = Sung by { $singer }
track-released = released { $date }{ $time }
track-time = , { $time } in Korea
track-also = Also: { $names }
track-kind-song = Song
track-kind-theme = Theme
track-kind-score = Score
track-music = Music: { $names }
track-lyrics = Words: { $names }
track-before = Previous part
track-after = Next part
track-unknown = Looked for and not found: { $missing }.
track-unknown-singer = performer
track-unknown-release = release date
track-unknown-music = composer
track-unknown-lyrics = lyricist
track-unknown-arrangement = arranger
track-unknown-length = length (how long it is)
track-unknown-scene = episode in which it is heard
track-unknown-korean-title = Korean title
scenes-heading = Heard in
songs-heading = Songs heard
listen = { $service }
