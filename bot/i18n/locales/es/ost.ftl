# /ost
ost-title = OST de { $show }
ost-lead = { $count ->
    [one] Un sencillo, { $first }
   *[other] { $count } sencillos, del { $first } al { $last }
}
ost-part = OST, parte { $part }
timeline-button = Cronología
timeline-title = Los sencillos por fecha
ost-select = Abrir una canción
album-button = Álbum
album-title = El álbum
album-heading = Lanzamiento, sello y ventas
charts-button = Listas
charts-title = Listas y premios
charts-lead = Hasta dónde llegaron las canciones en las listas y qué ganaron.
charts-heading = Listas
chart-peak = n.º { $peak }
disc-lead = { $known ->
    [one] Se conoce { $known } de { $total } pistas.
   *[other] Se conocen { $known } de { $total } pistas.
}
singer-lead = { $count ->
    [0] Mis fuentes no nombran ninguna canción suya en la banda sonora.
   *[other] Canta { $titles }.
}
singer-people = Integrantes: { $names }
singer-group = Integrante de { $group }
singer-link = Más de { $name }
track-link = ♪ { $title }
track-sung = Canta { $singer }
track-also = También: { $names }
track-kind-song = Canción
track-kind-theme = Tema
track-kind-score = Instrumental
track-music = Música de { $names }
track-lyrics = Letra de { $names }
track-heard = { $count ->
    [one] Suena en el capítulo { $episodes }
   *[other] Suena en los capítulos { $episodes }
}
track-about-button = Escenas y más
track-about-title = { $title }: escenas y más
track-before = Parte anterior
track-after = Parte siguiente
track-unknown = No se conoce: { $missing }
track-unknown-singer = quién la interpreta
track-unknown-release = la fecha de salida
track-unknown-music = quién la compuso
track-unknown-lyrics = quién escribió la letra
track-unknown-arrangement = quién hizo el arreglo
track-unknown-length = la duración
track-unknown-scene = en qué capítulo suena
track-unknown-original-title = el título original
scenes-heading = Dónde suena
songs-heading = Canciones de este capítulo
episode-songs = Canciones: { $titles }
