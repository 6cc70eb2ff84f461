# Answers about people
ask-plays = { $actor } plays { $character }.
ask-plays-kin = { $actor } plays { $character }, { $whose }.
ask-uncast = I don’t know who plays { $character }: none of my sources say.
ask-uncast-kin = I don’t know who plays { $character }, { $whose }: none of my sources say.
ask-who = { $character }, played by { $actor }: { $role }
ask-who-uncast = { $character }: { $role }
ask-work = { $title }
ask-work-year = { $title } ({ $year })
ask-works = { $person } is also known for { $works }.
ask-in-work = Yes, { $person } is known for { $title }.
ask-in-work-year = Yes, { $person } is known for { $title } ({ $year }).
ask-work-people = { $people } also worked on { $title }.
ask-age = { $character } is { $age } years old in the story.
ask-born = { $actor } was born on { $date }.
ask-appears = { $person } appears: { $where }.
ask-person = { $person }
ask-person-bond = { $person } ({ $bond })
ask-person-played = { $person }, played by { $actor }
ask-actor-as = { $actor } as { $character }
ask-relation = { $count ->
    [one] { $whose }’s { $bond } is { $people }.
   *[other] { $whose }: { $people }.
}{ $detail }
ask-detail = {" "}({ $text })
ask-is = Yes, { $whose }’s { $bond } is { $people }.{ $detail }
ask-is-not = No, { $whose }’s { $bond } is { $people }.{ $detail }
ask-nobody = I don’t know of any { $bond } of { $whose } in the show.
ask-not-related = I don’t know of any connection between { $one } and { $other }.
ask-leads = The leads are { $people }.
ask-cameos = Special appearances: { $people }.
ask-whose = { $whose }’s { $bond }
ask-group = { $group }: { $people }.
