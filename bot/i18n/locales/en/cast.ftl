# /cast
cast-title = Cast of { $show }
cast-lead = { $count ->
    [one] One person, by billing.
   *[other] { $count } people, by billing. Choose one for role, relations and songs.
}
cast-line = { $actor } as { $character }
cast-nobody = Actor not known
billing-lead = lead
billing-supporting = supporting role
billing-special-appearance = special appearance
billing-minor = minor role
billing-child = child role
billing-photograph = in a photograph
billing-uncast = actor not known
billing-lead-heading = Leads
billing-supporting-heading = Supporting cast
billing-special-appearance-heading = Special appearances
billing-minor-heading = Minor roles
billing-child-heading = Children and younger selves
billing-photograph-heading = In a photograph
person-played-by = Played by { $actor } · { $billing }
person-plays = { $character } · { $billing }
person-uncast = Who plays this part is not known.
person-unnamed = A character without a known actor
person-side = Side: { $side }
person-also = Also called: { $names }
person-age = Age in the story: { $age }
person-appears = Appears: { $where }
person-born = Actor born { $date }
person-sings = Sings { $title } on the soundtrack.
relations-heading = Relations
