# Respuestas sobre audiencia y Netflix
ask-rating = El capítulo { $episode } tuvo una audiencia del { $rating } en todo el país y del { $seoul } en el área de Seúl: puesto n.º { $place } entre todos los capítulos.
ask-rating-nationwide = El capítulo { $episode } tuvo una audiencia del { $rating } en todo el país: puesto n.º { $place } entre todos los capítulos.
ask-rating-seoul = El capítulo { $episode } tuvo una audiencia del { $figure } en el área de Seúl.
ask-rating-minute = El mejor minuto del capítulo { $episode } llegó al { $figure } en todo el país y al { $seoul } en el área de Seúl.
ask-rating-minute-nationwide = El mejor minuto del capítulo { $episode } llegó al { $figure } en todo el país.
ask-rating-viewers = El capítulo { $episode } tuvo { $figure } espectadores en todo el país, { $seoul } de ellos en el área de Seúl.
ask-rating-viewers-nationwide = El capítulo { $episode } tuvo { $figure } espectadores en todo el país.
ask-rating-young-viewers = Entre los espectadores de 20 a 49 años, el capítulo { $episode } tuvo una audiencia del { $figure } en todo el país y del { $seoul } en el área de Seúl.
ask-rating-young-viewers-nationwide = Entre los espectadores de 20 a 49 años, el capítulo { $episode } tuvo una audiencia del { $figure } en todo el país.
ask-highest = El capítulo con más audiencia es el { $episode }, con un { $rating } en todo el país y un { $seoul } en el área de Seúl.
ask-highest-nationwide = El capítulo con más audiencia es el { $episode }, con un { $rating } en todo el país.
ask-lowest = El capítulo con menos audiencia es el { $episode }, con un { $rating } en todo el país y un { $seoul } en el área de Seúl.
ask-lowest-nationwide = El capítulo con menos audiencia es el { $episode }, con un { $rating } en todo el país.
ask-first-drop = El primer capítulo con menos audiencia que el anterior fue el { $episode }: un { $rating } en todo el país, tras un { $before }.
ask-above = El capítulo { $episode } fue el primero por encima del { $mark } en todo el país, con un { $rating }. En total lo lograron { $count } de los { $total } capítulos.
ask-above-seoul = El capítulo { $episode } fue el primero por encima del { $mark } en el área de Seúl, con un { $rating }. En total lo lograron { $count } de los { $total } capítulos.
ask-none-above = Ningún capítulo superó el { $mark } en todo el país.
ask-none-above-seoul = Ningún capítulo superó el { $mark } en el área de Seúl.
ask-no-episode = No hay capítulo { $episode }. La serie tiene { $count }.
ask-above-rival = Sí, le fue mejor: su máximo fue { $ours }, frente a { $theirs } de { $title }.
ask-below-rival = No, no superó a { $title }: su máximo fue { $ours }, frente a { $theirs }.
ask-rung = { $title } ({ $rating })
ask-stands-first = Ocupa el primer puesto (n.º { $place }) en “{ $ranking }”, con un { $rating } (a fecha de { $date }).
ask-stands-below = Ocupa el puesto n.º { $place } en “{ $ranking }”, con un { $rating } (a fecha de { $date }), detrás de { $above }.
ask-aired = El capítulo { $episode } se emitió el { $date }.
ask-minutes = El capítulo { $episode } dura { $minutes } minutos.
ask-weeks = Pasó { $weeks } semanas en el Top 10 mundial de Netflix, del { $first } al { $last }.
ask-weeks-first = { $weeks ->
    [one] Fue número uno una semana: { $spans }.
   *[other] Fue número uno { $weeks } semanas: { $spans }.
}
ask-span = del { $first } al { $last }
ask-best-rank = Entró en el Top 10 mundial en el puesto n.º { $start } y llegó al n.º { $rank } en la semana { $week } ({ $span }).
ask-week = En la semana { $week } ({ $span }) fue n.º { $rank }, con { $hours } millones de horas vistas y { $views } millones de visualizaciones.
ask-total = Hasta el { $date } se vieron { $hours } millones de horas.
ask-report = { $period }: { $hours } millones de horas vistas en Netflix. { $rank }
ask-report-views = { $period }: { $hours } millones de horas vistas en Netflix, { $views } millones de visualizaciones. { $rank }
ask-best-week = La semana con más horas vistas fue la { $span } ({ $hours } millones). La de más visualizaciones fue la { $other } ({ $views } millones).
