# /show
show-run = { $facts }
show-made = { $facts }
show-watch = Dónde verla: { $facts }
broadcast-heading = Emisión
makers-heading = Hecha por
budget-heading = Presupuesto
watch-heading = Dónde verla
makers-button = Equipo
makers-title = Quiénes hicieron la serie
makers-lead = Guion, dirección, música y producción.
companies-heading = Empresas
job-writer = Guion
job-director = Dirección
job-music = Dirección musical
job-composer = Composición
job-chief-producer = Jefatura de producción
job-executive-producer = Producción ejecutiva
job-producer = Producción
job-camera = Cámara
job-editor = Montaje
places-button = Lugares
places-title = Lugares de rodaje
places-lead = Dónde se rodó la serie y qué escenas.
awards-button = { $won ->
    [0] Premios
    [one] { $won } premio
   *[other] { $won } premios
}
awards-title = Premios
awards-lead = Premios y nominaciones, primero lo más reciente.
story-button = Emisión
story-title = Emisión y cronología
story-lead = Cuándo y dónde se emitió, cuánto costó y cómo se hizo.
extras-button = Especiales y curiosidades
extras-title = Especiales y curiosidades
extras-lead = Lo que vino con la serie.
titles-button = Títulos en otros países
titles-title = Títulos en otros idiomas
titles-lead = Cómo se llama la serie por el mundo.
timeline-heading = Cronología
specials-heading = Especiales
titles-notes-heading = Sobre los títulos
ending-button = Final (spoiler)
ending-title = El final
ending-lead = Todo lo de aquí es spoiler del final.
