# Answers about season 2 and specials
ask-season2 = { $text } (as of { $date })
ask-statement = { $who } ({ $level }, { $date }): { $text }
ask-reason = { $who } argues: { $text }
ask-special = { $name } on { $date }
ask-specials = { $count ->
    [one] There is one special: { $specials }.
   *[other] There are { $count } specials: { $specials }.
}

# Answers about the show
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
ask-job-camera = a camera operator
ask-job-editor = the editor
ask-wrote = { $name } composed { $tracks }.
ask-company = { $name }: { $part }.
ask-episodes = It has { $count } episodes.
ask-episodes-specials = It has { $count } episodes, plus { $specials ->
    [one] one special
   *[other] { $specials } specials
}.
ask-run = It aired from { $first } to { $last }.
ask-won = { $count ->
    [one] Won one award: { $prizes }.
   *[other] Won { $count } awards: { $prizes }{ $more ->
        [0] .
       *[other] , and { $more } more.
    }
}
ask-won-by = { $count ->
    [one] { $whose } won { $prizes }.
   *[other] { $whose } won { $count } awards: { $prizes }{ $more ->
        [0] .
       *[other] , and { $more } more.
    }
}
ask-nominated = { $count ->
    [one] Nominated for one award without winning it: { $prizes }.
   *[other] Nominated for { $count } awards without winning: { $prizes }{ $more ->
        [0] .
       *[other] , and { $more } more.
    }
}
ask-nominated-by = { $count ->
    [one] { $whose } was nominated for { $prizes } but didn’t win.
   *[other] { $whose } got { $count } nominations without a win: { $prizes }{ $more ->
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
