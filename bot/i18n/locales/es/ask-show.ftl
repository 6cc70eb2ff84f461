# Respuestas sobre la temporada 2 y los especiales
ask-season2 = { $text } Última información: { $date }.
ask-statement = { $who } ({ $level }, { $date }): { $text }
ask-reason = { $who } argumenta: { $text }
ask-special = { $name }, el { $date }
ask-specials = { $count ->
    [one] Hay un especial: { $specials }.
   *[other] Hay { $count } especiales: { $specials }.
}

# Respuestas sobre la serie
ask-made-write = Guion de { $names }.
ask-made-direct = Dirección de { $names }.
ask-made-music-of-show = Música de { $names }.
ask-made-camera = Cámara: { $names }.
ask-made-edit = Montaje de { $names }.
ask-made-crew = Equipo: { $names } (guion, dirección y música).
ask-credit = { $name } firma { $job } de la serie.
ask-job-writer = el guion
ask-job-director = la dirección
ask-job-music = la dirección musical
ask-job-composer = la composición
ask-job-chief-producer = la jefatura de producción
ask-job-executive-producer = la producción ejecutiva
ask-job-producer = la producción
ask-job-camera = la cámara
ask-job-editor = el montaje
ask-wrote = { $name } compuso { $tracks }.
ask-company = { $name }: { $part }.
ask-episodes = Tiene { $count } capítulos.
ask-episodes-specials = Tiene { $count } capítulos, más { $specials ->
    [one] un especial
   *[other] { $specials } especiales
}.
ask-run = Se emitió del { $first } al { $last }.
ask-won = { $count ->
    [one] Ganó un premio: { $prizes }.
   *[other] Ganó { $count } premios: { $prizes }{ $more ->
        [0] .
       *[other] , y { $more } más.
    }
}
ask-won-by = { $count ->
    [one] { $whose } ganó { $prizes }.
   *[other] { $whose } ganó { $count } premios: { $prizes }{ $more ->
        [0] .
       *[other] , y { $more } más.
    }
}
ask-nominated = { $count ->
    [one] Tuvo una nominación sin premio: { $prizes }.
   *[other] Tuvo { $count } nominaciones sin premio: { $prizes }{ $more ->
        [0] .
       *[other] , y { $more } más.
    }
}
ask-nominated-by = { $count ->
    [one] { $whose } tuvo una nominación sin premio: { $prizes }.
   *[other] { $whose } tuvo { $count } nominaciones sin premio: { $prizes }{ $more ->
        [0] .
       *[other] , y { $more } más.
    }
}
ask-prize = { $category } ({ $award }, { $date })
ask-prize-to = { $category } para { $recipient } ({ $award }, { $date })
ask-places = { $country }: { $places }, entre otros.
ask-place = { $place }: { $used }
ask-titles = { $titles }
ask-title = { $language }: { $title }
