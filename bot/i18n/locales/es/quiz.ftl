# Las preguntas del quiz. La respuesta correcta y las demás opciones van en botones de 38 caracteres como máximo.
quiz-plays = ¿Quién interpreta a { $character }?
quiz-role = ¿A qué personaje interpreta { $actor }?
quiz-age = ¿Cuántos años tiene { $character }, según las fichas oficiales de los personajes?
quiz-born = ¿En qué año nació { $actor }?
quiz-relation = { CAPITALIZED($relation) } de { $character }: ¿quién es?
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
quiz-week = ¿En qué puesto del Top 10 mundial de Netflix estuvo la serie del { $start } al { $end }?
quiz-ranking = “{ $ranking }” ({ $date }): ¿qué drama es el n.º { $place }?
quiz-crew = { $job ->
    [writer] ¿Quién escribió la serie?
    [director] ¿Cuál de estas personas dirigió la serie?
    [editor] ¿Quién hizo el montaje de la serie?
   *[music] ¿Cuál de estas personas trabajó en la música?
}
quiz-title = ¿En qué idioma se llama la serie “{ $title }”?
quiz-place = N.º { $place }
