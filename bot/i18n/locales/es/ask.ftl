# Respuestas de /ask. Los nombres llevan su otra escritura; la prosa de los datos llega tal cual.

## En todas partes
ask-name = { $name } ({ $other })
ask-stated = { $text }
ask-stated-about = { $name }: { $text }
ask-stated-about-episode = { $name }, capítulo { $episode }: { $text }
ask-yes = Sí. { $text }
ask-no = No. { $text }
ask-sung = { $name }, de { $singer }
ask-hole = No lo sé. { $text }
ask-missing = No lo sé: ninguna de mis fuentes lo dice.
ask-false = Se dice mucho, pero no es cierto. “{ $claim }” { $verdict }
ask-dont-know = Esa no la sé.
ask-dont-know-hint = Solo sé lo que mis fuentes dicen de { $show }: reparto, personajes, canciones, audiencia, temporada 2, rodaje, premios y el final. Nada de vidas privadas ni de otras series, y no doy opiniones.
ask-unknown-language = No entiendo ese idioma. Respondo en { $languages }.
ask-still-reading = Acabo de arrancar y todavía estoy leyendo los datos. Pregúntame de nuevo en unos segundos.
ask-untranslated = Aún no está traducido a tu idioma: la respuesta está en { $language }.
ask-not-sure = No estoy seguro de haberte entendido. Esto es lo que más se acerca:
ask-further = ¿O quizá preguntabas por algo de esto?
ask-show-everyone = Mostrar a todos el n.º { $number }
ask-not-sure-card = No estoy seguro de haberte entendido. Quizá te sirva esta ficha:
ask-claims = { $claim }; { $rest }
ask-dispute = Las fuentes no coinciden. { $topic }: { $claims }. { $reading }
ask-unclear = Eso puede significar más de una cosa. ¿Cuál quieres?
ask-try-heading = Prueba con una de estas
ask-empty = Pregúntame lo que quieras sobre { $show }.
