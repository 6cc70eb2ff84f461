# /help
help-title = Pregunta sobre { $show }
help-lead = Un proyecto de fans, no oficial. Cada respuesta dice sus fuentes y fechas.
help-ask = una pregunta, con tus palabras
help-cast = quién interpreta a quién y qué los une
help-ost = canciones, discos, cantantes, listas
help-ratings = audiencia, puestos, Netflix
help-season2 = ¿habrá segunda temporada?
help-show = historia, equipo, lugares, premios
help-today = qué pasó tal día como hoy, o cualquier otro día
help-quiz = diez preguntas, o la pregunta del día
help-button = Comandos
help-about-button = Sobre este bot
help-about-title = Sobre este bot
help-reading-heading = Cómo leer una ficha
help-reading =
    - Los spoilers se quedan fuera. La ficha dice cuántos datos esperan y desde qué capítulo.
    - Elige hasta dónde has visto en el menú de debajo de una ficha o con la opción `seen`: recibes una copia privada con todo lo que ya puedes saber.
    - (*una fuente*): ninguna fuente independiente lo confirma. (*en disputa*): las fuentes no coinciden.
    - Un botón en la ficha de otra persona te abre una copia privada.
    - También puedes preguntar con un mensaje: Aplicaciones → “Responder a esto”.
help-stored-heading = Qué se guarda
help-stored = Nada sobre ti, salvo si pulsas “Guardar mis puntos” después de un quiz; las respuestas de un duelo se guardan solo hasta poco después. `/privacy` muestra lo guardado y lo borra.
help-data-heading = Los datos
help-data = Última revisión: { $version } ({ $age }). { $cast } miembros del reparto, { $tracks } canciones, { $episodes } capítulos, { $sources } fuentes.
help-report = Avisar de un error
