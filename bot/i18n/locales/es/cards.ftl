# Lo que comparten todas las fichas. Los nombres y la prosa de los datos llegan como argumentos.

## Fuentes y confianza
list = { $rest } y { $last }
sources-line = { $sources } · comprobado en { $date }
sources-more = +{ $count }
publisher = { $kind ->
    [blog] { $name } (blog)
   *[other] { $name }
}
sources-button = Fuentes
sources-title = Fuentes
sources-lead = { $facts ->
    [one] { $facts } dato
   *[other] { $facts } datos
} de { $sources ->
    [one] { $sources } página
   *[other] { $sources } páginas
}, y hasta qué punto está confirmado cada uno.
sources-back = Volver
confidence-confirmed = confirmado
confidence-single = una fuente
confidence-disputed = en disputa
confidence-derived = cálculo nuestro
weak-confirmed = { $kind ->
    [encyclopedia] solo enciclopedias
    [database] solo bases de datos
    [mirror] solo copias de enciclopedias
   *[other] solo webs de fans
}
weak-single = { $kind ->
    [encyclopedia] una fuente, una enciclopedia
    [database] una fuente, una base de datos
    [mirror] una fuente, copia de una enciclopedia
   *[other] una fuente, una web de fans
}
spoiler-after = Para quien ya ha visto el capítulo { $episode }:
disputed-button = En disputa
disputed-title = { $name }: en disputa o por aclarar
audience = Para quien ha visto { $left ->
    [0] todo
   *[other] hasta el capítulo { $episode }
}
audience-bars = Oculto: spoilers { $left ->
    [0] de toda la serie
   *[other] hasta el capítulo { $episode }
}
withheld = { $count ->
    [one] { $count } dato más, desde el capítulo { $episode }
   *[other] { $count } datos más, desde el capítulo { $episode }
}
level-placeholder = He visto hasta el capítulo…
level-nothing = Todavía nada
level-everything = Todo
dispute-heading = Las fuentes no coinciden
dispute-topic = { $topic }
dispute-spoiler = Las fuentes no coinciden.
dispute-reading = Nuestra lectura: { $reading }
false-claim-heading = Ideas equivocadas
false-claim = “{ $claim }” { $verdict }
unknown-heading = Aún no se sabe

## Secciones de varias fichas
facts-heading = Más datos
works-heading = Otras obras
awards-heading = Premios
awards-count = { $won ->
    [one] { $won } premio ganado
   *[other] { $won } premios ganados
}, más { $nominated ->
    [one] { $nominated } nominación
   *[other] { $nominated } nominaciones
} sin premio.
award-won = Premio
award-nominated = Nominación
episode = Capítulo { $number }

## Botones y menús
select-placeholder = Abrir una ficha
page-previous = Anterior
page-next = Siguiente
page-here = { $page } de { $pages }
cast-button = Reparto
ost-button = Banda sonora
ratings-button = Audiencia
season2-button = Temporada 2
show-button = La serie
today-button = Tal día como hoy
quiz-button = Quiz
