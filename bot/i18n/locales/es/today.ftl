# /today
today-title = Tal día como hoy: { $date }
today-episode = Se emitió por primera vez el capítulo { $number }.
today-rating = El capítulo { $number } tuvo un { $rating } de audiencia en todo el país.
today-single = Salió “{ $title }”, de { $singer }.
today-week = La semana que acabó ese día: n.º { $rank } en el Top 10 mundial de Netflix.
today-born = Nació { $name }.
today-none = Mis fuentes no tienen nada sobre este día.
today-nearest = Los días más cercanos con algo que contar: { $earlier } y { $later }.
today-earlier = Antes: { $date }
today-later = Después: { $date }
# Lo que se escribe en lugar de la fecha de hoy, en minúsculas.
today-word = hoy
no-such-date = No puedo leer “{ $typed }” como una fecha.
no-such-date-hint = Escribe un día y un mes, por ejemplo “{ $example }”.
