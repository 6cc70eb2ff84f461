# Texto de las imágenes y sus textos alternativos. Un texto alternativo tiene como máximo 256 caracteres y ningún spoiler.
chart-missing = Ahora no se puede mostrar esta imagen. Todas sus cifras y nombres están en el texto.

## Audiencia
chart-ratings-title = { $show }: audiencia
chart-ratings-subtitle = Porcentaje de hogares, por capítulo
chart-nationwide = Todo el país
chart-capital = Área de Seúl
chart-episodes = Capítulo
chart-finale = Final: { $rating }
chart-record = Récord: { $rating }
chart-finale-record = Final y récord: { $rating }
chart-ratings-alt = Gráfico de líneas de la audiencia de { $show }, capítulos { $first } a { $last }, en todo el país y en el área de Seúl. En todo el país empieza en { $start } y acaba en { $end }. El máximo es { $best }, del capítulo { $record }.
chart-rankings-title = El puesto de { $show }
chart-rankings-alt = { $count ->
    [one] Gráfico de barras de dramas según su mejor capítulo
   *[other] { $count } gráficos de barras de dramas según su mejor capítulo
}, a fecha de { $date }. { $show }, con una estrella, tiene { $rating }: { $places }.
chart-rankings-place = n.º { $place }
chart-netflix-title = { $show } en Netflix
chart-netflix-subtitle = Horas vistas por semana y puesto en el Top 10 mundial
chart-week = Semana hasta
chart-hours = Millones de horas
chart-rank = Puesto
chart-rank-of = N.º { $rank }
chart-netflix-alt = Gráfico de barras de las { $weeks } semanas de { $show } en el Top 10 mundial de Netflix, del { $first } al { $last }. La mejor semana tuvo { $hours } millones de horas vistas; el mejor puesto fue el n.º { $rank }.

## Banda sonora
chart-ost-title = Banda sonora de { $show }
chart-ost-subtitle = Sencillos por fecha de salida, junto a los capítulos ({ $year })
chart-day = Día
chart-episode = Capítulo
chart-single = Sencillo
chart-ost-alt = Cronología de los { $count } sencillos de { $show }, del { $first } al { $last }, cada uno junto al capítulo emitido el día de su salida.

## Relaciones
chart-who-subtitle = ★ Protagonistas. Las líneas gruesas van de padres a hijos.
chart-who-alt = Diagrama de relaciones de { $show }: { $people } personajes en { $sides } grupos, con matrimonios, padres e hijos, amigos y rivales.
chart-spoilers-subtitle = ★ Protagonistas. Solo lo que se va revelando.
chart-spoilers-alt = Diagrama de relaciones de { $show } con todo lo que se va revelando. Lleno de spoilers.
chart-circle-title = En torno a { $name }
chart-circle-alt = { $name } en el centro y { $count } personas alrededor, cada una con lo que la une a { $name }.
