# Respuestas privadas cuando el bot no puede responder.
no-match-cast = No conozco ningún actor ni personaje llamado “{ $typed }”.
no-match-ost = No conozco ninguna canción ni cantante llamado “{ $typed }”.
no-match-episode = No hay ningún capítulo “{ $typed }”.
no-match-near = ¿Querías decir uno de estos?
no-match-all = Prueba con la lista completa.
ambiguous = “{ $typed }” puede referirse a varias fichas. ¿A cuál?
no-such-address = Esta ficha ya no existe. Usa un comando para encontrar la que la sustituye.
no-such-command = Este comando ya no existe.
no-text-in-message = Este mensaje no tiene texto que responder.
no-text-in-message-hint = Elige uno que pregunte algo o pregunta con `/ask`.
unexpected = Algo salió mal por nuestra parte. Si nos avisas, menciona `{ $reference }`.
all-cast = Todo el reparto
all-ost = Toda la banda sonora
all-episode = Todos los capítulos
all-commands = Todos los comandos
