# Las preguntas del quiz. La respuesta correcta y las demás opciones van en botones de 38 caracteres como máximo.
quiz-plays = ¿Quién hace de { $character }?
quiz-role = ¿A qué personaje interpreta { $actor }?
quiz-age = ¿Cuántos años tiene { $character }, según las fichas oficiales de los personajes?
quiz-born = ¿En qué año nació { $actor }?
quiz-relation = ¿Quién es { $gender ->
    [female] la
   *[other] el
} { $relation } de { $character }?
quiz-sings = ¿Quién canta “{ $title }”?
quiz-song = ¿Qué canción de la banda sonora es de { $singer }?
quiz-part = ¿Qué parte de la banda sonora es “{ $title }”?
quiz-released = ¿Cuándo salió “{ $title }”?
quiz-first = ¿Cuál de estas canciones salió primero?
quiz-award = ¿Qué canción ganó “{ $category }” ({ $award })?
quiz-aired = ¿Cuándo se emitió por primera vez el capítulo { $number }?
quiz-episode = ¿Qué capítulo se emitió por primera vez el { $date }?
quiz-rating = ¿Qué audiencia tuvo en todo el país el capítulo { $number }?
quiz-highest = ¿Cuál de estos capítulos tuvo más audiencia en todo el país?
quiz-lowest = ¿Cuál de estos capítulos tuvo menos audiencia en todo el país?
quiz-week = { $span }: ¿en qué puesto del Top 10 mundial de Netflix estuvo la serie?
quiz-ranking = “{ $ranking }” (a { $date }): ¿qué drama ocupa el puesto { $place }?
quiz-crew = { $job ->
    [writer] ¿Quién escribió la serie?
    [director] ¿Cuál de estas personas dirigió la serie?
    [editor] ¿Quién hizo el montaje de la serie?
   *[music] ¿Cuál de estas personas trabajó en la música?
}
quiz-place = N.º { $place }

## Fichas
quiz-lead = { $count ->
    [one] { $count } pregunta
   *[other] { $count } preguntas
} a partir de datos con fuente, sin spoilers de lo que no has visto.
quiz-too-few = Mis fuentes no tienen datos suficientes para un quiz.
quiz-about = Tema: { $topic }
quiz-everything = Todo
quiz-begin = { $count ->
    [one] { $count } pregunta
   *[other] { $count } preguntas
}
quiz-day-button = Pregunta del día
quiz-day = Pregunta del día, { $date }
quiz-day-note = Solo tú ves tu respuesta. Nueva pregunta: { $next }
quiz-post = Publicarla aquí
quiz-progress = Pregunta { $number } de { $count } · aciertos: { $right }
quiz-right = **¡Correcto!** { $answer }
quiz-wrong = **Casi:** la respuesta es { $answer }, no { $chosen }
quiz-next = Siguiente pregunta
quiz-stop = Terminar
quiz-finish = Ver mi resultado
quiz-result = Aciertos: { $right } de { $count }
quiz-again = Jugar otra vez
quiz-share = Mostrarlo aquí
quiz-shared = { $player } acertó { $right } de { $count } en el quiz.
quiz-mark = { $mark ->
    [right] ✓
   *[wrong] ✗
}
quiz-not-yours = Este quiz es de otra persona, o sus datos cambiaron desde entonces.
