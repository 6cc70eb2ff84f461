# Respuestas sobre la música
ask-singer = { $singer } canta { $track }{ $part }.
ask-singer-group = { $singer } canta { $track }{ $part }. Integrantes: { $people }.
ask-part = {" "}(OST, parte { $part })
ask-sings-nothing = No sé de ninguna canción de { $singer } en la banda sonora.
ask-songs = { $singer } canta { $tracks }.
ask-song = { $track }
ask-song-part = { $track } (OST, parte { $part }, { $date })
ask-released = { $track } salió el { $date }.
ask-released-time = { $track } salió el { $date } a las { $time }, hora de Corea.
ask-heard = { $count ->
    [one] { $track } suena en el capítulo { $episodes }.
   *[other] { $track } suena en los capítulos { $episodes }.
}
ask-songs-in = Canciones del capítulo { $episode }: { $tracks }.
ask-no-song-known = No sé qué canciones suenan en el capítulo { $episode }.
ask-music-by = La música de { $track } es de { $names }.
ask-lyrics-by = La letra de { $track } es de { $names }.
ask-track = { $track } es la parte { $part } del OST, de { $singer }, y salió el { $date }.
ask-track-bare = { $track } está en la banda sonora ({ $kind }).
ask-track-title = { $title }; { $others }.
ask-track-title-also = { $title }; { $others }. También: { $also }.
ask-charts = { $track } en las listas: { $charts }.
ask-chart = { $chart }
ask-chart-peak = n.º { $peak } ({ $chart })
ask-song-count = { $count ->
    [one] Salió una canción como sencillo.
   *[other] Salieron { $count } canciones como sencillos.
}
ask-singers = En la banda sonora cantan { $count } artistas: { $names }.
ask-song-list = Las { $count } canciones son { $tracks }.
ask-discs = { $count ->
    [one] El álbum tiene un disco: { $discs }.
   *[other] El álbum tiene { $count } discos (CD): { $discs }.
}
ask-disc-item = { $name } ({ $total } pistas)
ask-disc = El disco { $number }, { $name }, tiene { $total } pistas: { $tracks } y más.
ask-disc-in-part = El disco { $number }, { $name }, tiene, según se dice, { $total } pistas. Conozco { $known }: { $tracks } y más.
ask-edition = { $name }: { $contents }.
