# /ost
ost-title = Soundtrack of { $show }
ost-lead = { $count ->
    [one] One single, released on { $first }.
   *[other] { $count } singles, released from { $first } to { $last }.
}
ost-part = OST Part { $part }
album-button = Album
album-title = The album
album-heading = Release, label and sales
charts-button = Charts and awards
charts-title = Charts and awards
charts-lead = How the songs charted and what they won.
charts-heading = Charts
chart-peak = (no. { $peak })
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
singer-link = { $name }: all tracks
track-link = ♪ { $title }
track-sung = Sung by { $singer }
track-released = released on { $date }{ $time }
track-time = , { $time } in Korea
track-also = Also known as: { $names }
track-kind-song = Song
track-kind-theme = Theme
track-kind-score = Score
track-music = Music: { $names }
track-lyrics = Lyrics: { $names }
track-before = Previous part
track-after = Next part
track-unknown = I couldn’t find: { $missing }.
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
listen = { $service }
