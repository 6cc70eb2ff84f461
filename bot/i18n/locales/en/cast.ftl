# /cast
cast-title = Cast of { $show }
cast-lead = { $count ->
    [one] One person, in billing order.
   *[other] { $count } people, in billing order. Pick one to see their role, relationships and songs.
}
cast-line = { $actor } as { $character }
cast-nobody = Unknown actor
billing-lead = lead role
billing-supporting = supporting role
billing-special-appearance = special appearance
billing-minor = minor role
billing-child = child role
billing-photograph = appears in a photo
billing-uncast = unknown actor
billing-lead-heading = Leads
billing-supporting-heading = Supporting cast
billing-special-appearance-heading = Special appearances
billing-minor-heading = Minor roles
billing-child-heading = Children and younger selves
billing-photograph-heading = Appear in a photo
person-played-by = Played by { $actor } · { $billing }
person-plays = { $character } · { $billing }
person-uncast = My sources don’t say who plays this role.
person-unnamed = A character whose actor isn’t known
person-side = Belongs to: { $side }
person-also = Also known as: { $names }
person-age = Age in the story: { $age }
person-appears = Appears: { $where }
person-born = Actor born on { $date }
person-sings = Sings { $title } on the soundtrack.
relations-heading = Relationships

# /cast: relationship charts
who-button = Relationship chart
who-lead = The families and sides, and how everyone is related. Guest roles and spoilers are left out.
who-spoilers-button = Relationship chart with spoilers
who-spoilers-lead = Everything here is a spoiler. Each line says after which episode it is safe. The picture is for people who have seen the whole show.
who-pair = **{ $of }** and **{ $to }**: { $word }
who-tie = **{ $of }** → **{ $to }**: { $word }
who-ties-heading = Relationships
who-title = { $show }: who’s who
who-spoilers-title = { $show }: what is revealed
