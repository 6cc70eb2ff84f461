# /privacy, qué puntos se guardan y la clasificación de un servidor.
command-privacy = Lo que este bot guarda sobre ti: verlo, exportarlo, ocultarlo, borrarlo
help-privacy = qué se guarda sobre ti y cómo borrarlo
privacy-title = Lo que se guarda sobre ti
privacy-nothing = Nada.
privacy-no-storage = Nada. Quien lleva este bot no ha puesto ninguna base de datos, así que no se puede guardar nada.
privacy-kept = Aceptaste el { $date }. Se guardan tu ID de Discord y esa fecha.
privacy-scores = Puntos: { $points } en { $days ->
    [one] { $days } día
   *[other] { $days } días
} y { $servers ->
    [one] { $servers } servidor
   *[other] { $servers } servidores
}.
privacy-daily = Preguntas del día respondidas: { $days }.
privacy-match = Tus respuestas de un duelo, hasta 30 minutos después.
privacy-hidden = No apareces en las clasificaciones.
privacy-seen = Recordado: has visto hasta el capítulo { $episode }. Lo usan las respuestas privadas.
privacy-retention = Los puntos se borran a los 400 días.
privacy-export = Exportar
privacy-hide = No mostrarme en clasificaciones
privacy-show = Mostrarme en clasificaciones
privacy-delete = Borrar todo
privacy-delete-sure = ¿Borrar todo lo que se guarda sobre ti? No se puede deshacer.
privacy-delete-yes = Sí, borrar
privacy-deleted = Se borró todo lo que había sobre ti.
privacy-level = Recordar hasta dónde he visto
privacy-level-forget = No recordarlo
keep-button = Guardar mis puntos
keep-question = Para guardar tus puntos, este bot guarda tu ID de Discord, el ID de este servidor, el día y tus puntos. Ni tu nombre ni tus respuestas. Con `/privacy` puedes borrarlo todo cuando quieras.
keep-yes = Guardarlos
keep-no = No
keep-declined = No se guarda nada.
keep-done = Desde ahora se guardan tus puntos. `/privacy` los muestra y los borra.
keep-unavailable = Ahora no se pueden guardar los puntos.
back-button = Volver

## Clasificaciones
board-title = { $period ->
    [week] Clasificación de esta semana
    [month] Clasificación de este mes
   *[all] Clasificación de siempre
}
board-period = { $period ->
    [week] Semana
    [month] Mes
   *[all] Siempre
}
board-button = Clasificación
board-empty = Aún no hay puntos. Juega con `/match` o a la pregunta del día.
board-line = **{ $rank }** { $person } { $points ->
    [one] { $points } punto
   *[other] { $points } puntos
}, aciertos: { $hits } de { $asked }
board-own = Tú: puesto { $rank }, { $points ->
    [one] { $points } punto
   *[other] { $points } puntos
}
board-only-servers = Cada servidor tiene su clasificación. Ábrela en un servidor.
board-post = Mostrarla aquí
board-clear = Vaciar la clasificación
board-clear-sure = ¿Borrar los puntos de todo el mundo en este servidor?
daily-points = { $points ->
    [0] Contada
    [one] { $points } punto
   *[other] { $points } puntos
} · { $days ->
    [one] { $days } día seguido
   *[other] { $days } días seguidos
}
daily-again = Solo cuenta tu primera respuesta del día.
