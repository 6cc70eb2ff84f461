# /match: un quiz para todo el canal.
command-match = Un duelo de preguntas para este canal: todos responden con botones y sin spoilers
command-match-questions = Número de preguntas (normalmente 10)
command-match-seconds = Segundos por pregunta (normalmente 30)
command-match-about = De qué tratan las preguntas (normalmente de todo)
command-match-seen = Preguntar hasta este capítulo: preguntas y respuestas salen ocultas como spoiler
help-match = un duelo de preguntas para todo el canal
match-question = Pregunta { $number } de { $total }
match-ends = El tiempo acaba { $when }. Cuenta tu última respuesta.
match-own-language = En mi idioma
match-show = Ver la respuesta
match-stop = Parar
match-chosen = Elegiste **{ $option }**. Puedes cambiarla hasta que acabe el tiempo.
match-solution = { $number } · { $question } **{ $answer }**
match-right = Aciertos: { $people }
match-and-more = { $people } y { $more } más
match-nobody-right = Nadie acertó.
match-nobody = Nadie respondió.
match-result = Resultado final
match-line = **{ $rank }** { $person } { $points ->
    [one] { $points } punto
   *[other] { $points } puntos
}, aciertos: { $hits }
match-ended-silent = Dos preguntas seguidas sin respuesta: el duelo termina aquí.
match-ended-stopped = El duelo se detuvo.
match-counts-not = Para la clasificación hacen falta 5 preguntas y 2 jugadores.
match-again = Otro duelo
match-not-kept = Ahora no se pueden guardar los puntos; el duelo sigue sin ellos.
match-gone = Este duelo terminó o se interrumpió por un reinicio.
match-deleted = Se borró el mensaje de este duelo, así que terminó.
match-not-yours = Solo puede hacerlo quien empezó el duelo o quien puede gestionar mensajes.
match-running = Ya hay un duelo en este canal.
match-server-full = Hay tres duelos en este servidor. Espera a que termine uno.
match-too-soon = Acabas de empezar un duelo. Prueba otra vez en un minuto.
match-no-storage = Aquí los duelos necesitan una base de datos y quien lleva este bot no ha puesto ninguna. `/quiz` funciona sin ella.
match-unavailable = El bot no puede acceder a su base de datos. Prueba otra vez dentro de un momento.
