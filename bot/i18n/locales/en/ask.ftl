# Sentences that answer /ask. Names come with their other script behind them, prose of the facts as it stands.

## Everywhere
ask-name = { $name } ({ $other })
ask-stated = { $text }
ask-stated-about = { $name }: { $text }
ask-stated-about-episode = { $name }, episode { $episode }: { $text }
ask-hole = I don’t know that: { $text }
ask-missing = I don’t know that: no source tells it.
ask-false = That goes round, but it is wrong. “{ $claim }” { $verdict }
ask-whole-card = The whole card
ask-dont-know = I don’t know that.
ask-dont-know-hint = I only know what is in my sources about { $show }: who plays whom and who is whose what, the songs and the album, ratings and Netflix, season 2, who made it and where, prizes, and (barred) how it ends. I don’t answer about private lives, other shows, opinions or errands.
ask-not-sure = I don’t know whether I understood that. This card may have it:
ask-unclear = That can mean several. Which one?
ask-try-heading = Try one of these
ask-empty = Ask me something about { $show }.

## People
ask-plays = { $actor } plays { $character }.
ask-plays-kin = { $actor } plays { $character }, { $whose }.
ask-uncast = I don’t know that: who plays { $character } is not known.
ask-uncast-kin = I don’t know that: who plays { $character }, { $whose }, is not known.
ask-who = { $character }, played by { $actor }: { $role }
ask-who-uncast = { $character }: { $role }
ask-work = { $title }
ask-work-year = { $title } ({ $year })
ask-works = { $person } is also known for { $works }.
ask-in-work = Yes: { $person } is known for { $title }.
ask-in-work-year = Yes: { $person } is known for { $title } ({ $year }).
ask-work-people = { $people } had a part in { $title } as well.
ask-age = { $character } is { $age } years old in the story.
ask-born = { $actor } was born on { $date }.
ask-appears = { $person } appears: { $where }.
ask-person = { $person }
ask-person-bond = { $person } ({ $bond })
ask-person-played = { $person }, played by { $actor }
ask-actor-as = { $actor } as { $character }
ask-relation = { $count ->
    [one] { $whose }’s { $bond } is { $people }.
   *[other] { $whose }: { $people }.
}{ $detail }
ask-detail = {" "}({ $text })
ask-is = Yes: { $whose }’s { $bond } is { $people }.{ $detail }
ask-is-not = No: { $whose }’s { $bond } is { $people }.{ $detail }
ask-nobody = I don’t know of any { $bond } of { $whose }.
ask-not-related = I don’t know of any relation between { $one } and { $other }.
ask-leads = The leads: { $people }.
ask-cameos = Special appearances: { $people }.

## What somebody is to somebody
ask-whose = { $whose }’s { $bond }

## Music
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

## Figures
ask-rating = Episode { $episode } drew { $rating } of households nationwide ({ $seoul } in the Seoul area): no. { $place } of the run.
ask-rating-nationwide = Episode { $episode } drew { $rating } of households nationwide: no. { $place } of the run.
ask-rating-seoul = Episode { $episode } drew { $figure } in the Seoul area.
ask-rating-minute = The best minute of episode { $episode } drew { $figure } nationwide and { $seoul } in the Seoul area.
ask-rating-minute-nationwide = The best minute of episode { $episode } drew { $figure } nationwide.
ask-rating-viewers = Episode { $episode } had { $figure } viewers nationwide, { $seoul } of them in the Seoul area.
ask-rating-viewers-nationwide = Episode { $episode } had { $figure } viewers nationwide.
ask-rating-young-viewers = Among viewers aged 20 to 49 episode { $episode } drew { $figure } nationwide and { $seoul } in the Seoul area.
ask-rating-young-viewers-nationwide = Among viewers aged 20 to 49 episode { $episode } drew { $figure } nationwide.
ask-highest = The best of the run is episode { $episode } with { $rating } nationwide ({ $seoul } in the Seoul area).
ask-highest-nationwide = The best of the run is episode { $episode } with { $rating } nationwide.
ask-lowest = The lowest of the run is episode { $episode } with { $rating } nationwide ({ $seoul } in the Seoul area).
ask-lowest-nationwide = The lowest of the run is episode { $episode } with { $rating } nationwide.
ask-above = Episode { $episode } was the first above { $mark } nationwide, with { $rating }; { $count } of { $total } were.
ask-above-seoul = Episode { $episode } was the first above { $mark } in the Seoul area, with { $rating }; { $count } of { $total } were.
ask-none-above = No episode was above { $mark } nationwide.
ask-none-above-seoul = No episode was above { $mark } in the Seoul area.
ask-no-episode = I don’t know of any episode { $episode }: there are { $count }.
ask-above-rival = Yes, it did better: { $ours } at its best, against { $theirs } for { $title }.
ask-below-rival = No, it did not reach { $title }: { $ours } at its best, against { $theirs }.
ask-rung = { $title } ({ $rating })
ask-stands-first = It is first (highest-rated, no. { $place }) among { $ladder }, with { $rating } (as of { $date }).
ask-stands-below = It is no. { $place } among { $ladder }, with { $rating } (as of { $date }); above it: { $above }.
ask-aired = Episode { $episode } was shown on { $date }.
ask-minutes = Episode { $episode } lasts { $minutes } minutes.
ask-weeks = It was in Netflix’s worldwide Top 10 for { $weeks } weeks, from { $first } to { $last }.
ask-weeks-first = { $weeks ->
    [one] It was number one for one week: { $spans }.
   *[other] It was number one for { $weeks } weeks: { $spans }.
}
ask-span = { $first } to { $last }
ask-best-rank = Its best place in the worldwide Top 10 was no. { $rank }, in week { $week } ({ $span }); it came in at no. { $start }.
ask-week = In week { $week } ({ $span }) it was no. { $rank }, with { $hours } million hours and { $views } million views.
ask-total = { $hours } million hours were watched by { $date }.
ask-report = { $period }: { $hours } million hours watched on Netflix. { $rank }
ask-report-views = { $period }: { $hours } million hours watched on Netflix, { $views } million views. { $rank }
ask-best-week = The week with the most hours was { $span } ({ $hours } million), the one with the most views { $other } ({ $views } million).
ask-report-rank = { $period }: { $rank }

## Season 2 and what else there is
ask-season2 = { $text } (as of { $date })
ask-statement = { $who } ({ $level }, { $date }): { $text }
ask-reason = { $who } argues: { $text }
ask-special = { $name } on { $date }
ask-specials = { $count ->
    [one] There is one special programme: { $specials }.
   *[other] There are { $count } special programmes: { $specials }.
}

## The show
ask-made-write = Written by { $names }.
ask-made-direct = Directed by { $names }.
ask-made-music-of-show = Music by { $names }.
ask-made-camera = Camera: { $names }.
ask-made-edit = Edited by { $names }.
ask-made-crew = Made by { $names } (writer, directors, music).
ask-credit = { $name } is { $job } of the show.
ask-job-writer = the writer
ask-job-director = a director
ask-job-music = the music director
ask-job-composer = a composer
ask-job-chief-producer = the chief producer
ask-job-executive-producer = an executive producer
ask-job-producer = a producer
ask-job-camera = on the camera
ask-job-editor = the editor
ask-wrote = { $name } wrote the music of { $tracks }.
ask-company = { $name }: { $part }.
ask-episodes = It has { $count } episodes.
ask-episodes-specials = It has { $count } episodes, and { $specials ->
    [one] one special programme
   *[other] { $specials } special programmes
} beside them.
ask-run = It was shown from { $first } to { $last }.
ask-won = { $count ->
    [one] Won: { $prizes }.
   *[other] { $count } prizes won: { $prizes }{ $more ->
        [0] .
       *[other] , and { $more } more.
    }
}
ask-won-by = { $count ->
    [one] { $whose } won { $prizes }.
   *[other] { $whose } won { $count } prizes: { $prizes }{ $more ->
        [0] .
       *[other] , and { $more } more.
    }
}
ask-nominated = { $count ->
    [one] Nominated without winning: { $prizes }.
   *[other] { $count } nominations without a prize: { $prizes }{ $more ->
        [0] .
       *[other] , and { $more } more.
    }
}
ask-nominated-by = { $count ->
    [one] { $whose } was nominated for { $prizes } and did not win.
   *[other] { $whose } was nominated { $count } times without winning: { $prizes }{ $more ->
        [0] .
       *[other] , and { $more } more.
    }
}
ask-prize = { $category } ({ $award }, { $date })
ask-prize-to = { $category } for { $recipient } ({ $award }, { $date })
ask-places = { $country }: { $places } and others.
ask-place = { $place }: { $used }
ask-titles = { $titles }
ask-title = { $language }: { $title }
