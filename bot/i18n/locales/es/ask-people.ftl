# Respuestas sobre personas
ask-plays = { $actor } interpreta a { $character }.
ask-plays-kin = { $actor } interpreta a { $character }, { $whose }.
ask-uncast = No sé quién interpreta a { $character }: ninguna de mis fuentes lo dice.
ask-uncast-kin = No sé quién interpreta a { $character }, { $whose }: ninguna de mis fuentes lo dice.
ask-who = { $character }, papel de { $actor }: { $role }
ask-who-uncast = { $character }: { $role }
ask-work = { $title }
ask-work-year = { $title } ({ $year })
ask-works = Otras obras de { $person }: { $works }.
ask-in-work = Sí, { $title } está entre las obras de { $person }.
ask-in-work-year = Sí, { $title } ({ $year }) está entre las obras de { $person }.
ask-work-people = También en { $title }: { $people }.
ask-age = { $character } tiene { $age } años en la historia.
ask-born = { $actor } nació el { $date }.
ask-appears = Apariciones de { $person }: { $where }.
ask-person = { $person }
ask-person-bond = { $person } ({ $bond })
ask-person-played = { $person }, papel de { $actor }
ask-actor-as = { $actor } como { $character }
ask-relation = { $count ->
    [one] { CAPITALIZED($bond) } { CONTRACTED("de", $whose, "el", "del") }: { $people }.
   *[other] { CAPITALIZED($whose) }: { $people }.
}{ $detail }
ask-detail = {" "}({ $text })
ask-is = Sí, { $bond } { CONTRACTED("de", $whose, "el", "del") }: { $people }.{ $detail }
ask-is-not = No, { $bond } { CONTRACTED("de", $whose, "el", "del") }: { $people }.{ $detail }
ask-nobody = No sé de nadie en la serie que sea { $bond } { CONTRACTED("de", $whose, "el", "del") }.
ask-not-related = No sé de ninguna relación entre { $one } y { $other }.
ask-leads = Protagonistas: { $people }.
ask-cameos = Apariciones especiales: { $people }.
ask-whose = { $gender ->
    [female] la
   *[other] el
} { $bond } { CONTRACTED("de", $whose, "el", "del") }
ask-group = { $group }: { $people }.
