# /ratings
ratings-title = Audiencia de { $show }
ratings-none = Mis fuentes no tienen datos de audiencia.
ratings-finale = El último capítulo logró un { $rating } en todo el país ({ $date }).
ratings-finale-record = El último capítulo logró un { $rating } en todo el país ({ $date }), el récord de la serie.
ratings-place = **N.º { $place }** · { $ranking }
ratings-measure = Porcentaje de hogares con televisión de pago. “Seúl” es el área de Seúl.
ratings-all-button = Todos los capítulos
ratings-all-title = Audiencia de todos los capítulos
records-button = Récords
records-title = Promedios, récords e hitos
ratings-facts-heading = Promedios y récords
milestones-heading = Hitos
rating-seoul = Seúl { $rating }
rating-drawn = { $rating } en todo el país
rating-in-run = N.º { $place } de { $count } capítulos
rating-unknown = Mis fuentes no tienen la audiencia de este capítulo.
rating-peak = Mejor minuto en todo el país: { $figure }
rating-peak-seoul = Mejor minuto en Seúl: { $figure }
rating-viewers = Espectadores en todo el país: { $figure }
rating-viewers-seoul = Espectadores en Seúl: { $figure }
rating-young = De 20 a 49 años en todo el país: { $figure }
rating-young-seoul = De 20 a 49 años en Seúl: { $figure }
ratings-select = Abrir un capítulo
episode-story-button = Historia (spoiler)
episode-story-title = { $episode }: qué pasa
episode-figures-button = Cifras
episode-figures-title = { $episode } en cifras
minutes = Duración: { $minutes } minutos
content-note = Aviso de contenido:
rankings-button = Clasificación
rankings-title = Clasificaciones
rankings-heading = { $ranking }, a fecha de { $date }
buzz-heading = Popularidad y críticas
netflix-button = Netflix
netflix-title = En Netflix
netflix-lead = { $weeks ->
    [one] Una semana
   *[other] { $weeks } semanas
} en el Top 10 mundial (mejor puesto: n.º { $best }), { $hours } hasta el { $date }.
netflix-week = `{ $week }` al { $end } · n.º **{ $rank }** · { $hours } M de horas · { $views } M de vistas
totals-button = Horas vistas
totals-title = Horas vistas en Netflix
totals-heading = En total
total-up-to = Hasta el { $date }:
hours = { $hours } millones de horas
views = { $views } millones de visualizaciones
reports-heading = Informes semestrales de Netflix
