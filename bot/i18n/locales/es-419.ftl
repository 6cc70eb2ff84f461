# Lo que en América Latina se dice de otra manera; el resto viene de es/. Los números siguen los datos de Babel para es-419.

# Elenco, rating, grabación, edición
cast-button = Elenco
cast-title = Elenco de { $show }
supporting-title = Elenco secundario
all-cast = Todo el elenco
command-cast = Quién interpreta a quién: todo el elenco o una persona
quiz-plays = ¿Quién interpreta a { $character }?
ratings-button = Rating
ratings-title = Rating de { $show }
ratings-none = Mis fuentes no tienen datos de rating.
ratings-all-title = Rating de todos los capítulos
rating-unknown = Mis fuentes no tienen el rating de este capítulo.
command-ratings = Rating: el último capítulo, el récord, cada capítulo, Netflix
help-ratings = rating, puestos, Netflix
chart-ratings-title = { $show }: rating
today-rating = El capítulo { $number } tuvo un rating de { $rating } en todo el país.
quiz-rating = ¿Qué rating tuvo en todo el país el capítulo { $number }?
quiz-highest = ¿Cuál de estos capítulos tuvo más rating en todo el país?
quiz-lowest = ¿Cuál de estos capítulos tuvo menos rating en todo el país?
ask-rating = El capítulo { $episode } tuvo un rating de { $rating } en todo el país y de { $seoul } en el área de Seúl: puesto n.º { $place } entre todos los capítulos.
ask-rating-nationwide = El capítulo { $episode } tuvo un rating de { $rating } en todo el país: puesto n.º { $place } entre todos los capítulos.
ask-rating-seoul = El capítulo { $episode } tuvo un rating de { $figure } en el área de Seúl.
ask-highest = El capítulo con más rating es el { $episode }, con { $rating } en todo el país y { $seoul } en el área de Seúl.
ask-highest-nationwide = El capítulo con más rating es el { $episode }, con { $rating } en todo el país.
ask-lowest = El capítulo con menos rating es el { $episode }, con { $rating } en todo el país y { $seoul } en el área de Seúl.
ask-lowest-nationwide = El capítulo con menos rating es el { $episode }, con { $rating } en todo el país.
ask-rating-young-viewers = Entre los espectadores de 20 a 49 años, el capítulo { $episode } tuvo un rating de { $figure } en todo el país y de { $seoul } en el área de Seúl.
ask-rating-young-viewers-nationwide = Entre los espectadores de 20 a 49 años, el capítulo { $episode } tuvo un rating de { $figure } en todo el país.
ask-first-drop = El primer capítulo con menos rating que el anterior fue el { $episode }: { $rating } en todo el país, tras { $before }.
ask-dont-know-hint = Solo sé lo que mis fuentes dicen de { $show }: elenco, personajes, canciones, rating, temporada 2, grabación, premios y el final. Nada de vidas privadas ni de otras series, y no doy opiniones.
chart-ratings-alt = Gráfico de líneas del rating de { $show }, capítulos { $first } a { $last }, en todo el país y en el área de Seúl. En todo el país empieza en { $start } y termina en { $end }. El máximo es { $best }, del capítulo { $record }.
command-ask = Pregunta con tus palabras: personas, canciones, rating, temporada 2, locaciones, premios
command-show = La serie de un vistazo: historia, equipo, locaciones, premios, dónde verla
help-show = historia, equipo, locaciones, premios
help-data = Última revisión: { $version } ({ $age }). { $cast } miembros del elenco, { $tracks } canciones, { $episodes } capítulos, { $sources } fuentes.
places-button = Locaciones
places-title = Lugares de grabación
places-lead = Dónde se grabó la serie y qué escenas.
job-editor = Edición
ask-made-edit = Edición de { $names }.
ask-job-editor = la edición
quiz-crew = { $job ->
    [writer] ¿Quién escribió la serie?
    [director] ¿Cuál de estas personas dirigió la serie?
    [editor] ¿Quién editó la serie?
   *[music] ¿Cuál de estas personas trabajó en la música?
}

# Esposo
relation-spouse = { $gender ->
    [female] esposa
    [male] esposo
   *[other] cónyuge
}
    .line = Matrimonio
relation-former-spouse = { $gender ->
    [female] exesposa
    [male] exesposo
   *[other] excónyuge
}
    .line = Divorcio

# Un día como hoy
today-button = Un día como hoy
today-title = Un día como hoy: { $date }
command-today = Qué pasó un día como hoy: capítulos, canciones, rating, premios, cumpleaños
help-today = qué pasó un día como hoy, o cualquier otro día

# Fechas: "al 13 de septiembre"
ask-stands-first = Ocupa el primer puesto (n.º { $place }) en “{ $ranking }”, con { $rating } (al { $date }).
ask-stands-below = Ocupa el puesto n.º { $place } en “{ $ranking }”, con { $rating } (al { $date }), detrás de { $above }.
rankings-heading = { $ranking }, al { $date }
chart-rankings-alt = { $count ->
    [one] Gráfico de barras de dramas según su mejor capítulo
   *[other] { $count } gráficos de barras de dramas según su mejor capítulo
}, al { $date }. { $show }, con una estrella, tiene { $rating }: { $places }.

# Pretérito
spoiler-after = Para quien ya vio el capítulo { $episode }:
