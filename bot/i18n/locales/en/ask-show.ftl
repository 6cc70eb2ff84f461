# Season 2 and what else there is
ask-season2 = { $text } (as of { $date })
ask-statement = { $who } ({ $level }, { $date }): { $text }
ask-reason = { $who } argues: { $text }
ask-special = { $name } on { $date }
ask-specials = { $count ->
    [one] There is one special programme: { $specials }.
   *[other] There are { $count } special programmes: { $specials }.
}

# The show
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
