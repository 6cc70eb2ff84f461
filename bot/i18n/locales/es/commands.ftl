# Lo que Discord muestra antes de que responda el bot: descripciones de comandos y opciones, de 100 caracteres como máximo.
command-ask = Pregunta con tus palabras: personas, canciones, audiencia, temporada 2, lugares, premios
command-ask-question = Tu pregunta, como se la harías a un amigo
menu-answer = Responder a esto
command-cast = Quién interpreta a quién: todo el reparto o una persona
command-cast-who = Un actor o un personaje, escrito como quieras
command-ost = La banda sonora o una canción: cantante, fecha de salida, dónde suena
command-ost-track = Un título, un cantante o un número de parte
command-ratings = Audiencia: el último capítulo, el récord, cada capítulo, Netflix
command-ratings-episode = Un número de capítulo
command-season2 = ¿Habrá segunda temporada? La respuesta corta, quién dijo qué y cuándo
command-show = La serie de un vistazo: historia, equipo, lugares, premios, dónde verla
command-today = Qué pasó tal día como hoy: capítulos, canciones, audiencia, premios, cumpleaños
command-today-date = Otro día, por ejemplo 9 de marzo
command-quiz = Un quiz sin spoilers a partir de datos con fuente: diez preguntas o la pregunta del día
command-help = Qué sabe responder este bot, qué guarda y cómo avisar de un error
command-private = Solo tú ves la respuesta
command-seen = Hasta dónde has visto la serie: solo tú ves la respuesta, con lo que ya puedes saber
