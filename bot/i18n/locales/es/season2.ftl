# /season2
season2-title = Temporada 2: { $show }
season2-none = Mis fuentes no dicen nada de una segunda temporada.
season2-age = Última información: { $date } ({ $age })
season2-official = **Oficial:** { $text }
season2-press = **Prensa:** { $text }
season2-silence-heading = Quién no se ha pronunciado
open-button = Preguntas abiertas
open-title = Preguntas abiertas sobre una segunda temporada
history-button = Quién dijo qué
history-title = Quién dijo qué de una segunda temporada
history-lead = { $count ->
    [one] Una declaración.
   *[other] { $count } declaraciones, de la más nueva a la más antigua.
}
opinions-button = Opiniones y rumores
opinions-title = Opiniones y rumores sobre una segunda temporada
why-button = Por qué no
why-title = Razones y alternativas
why-lead = Son los argumentos de quienes los dieron, no razones oficiales.
adaptation-heading = Adaptaciones
level-official = oficial
level-reported = publicado
level-opinion = opinión
level-rumour = rumor
level-wrong = erróneo
level-not-evidence = no prueba nada
