# Words in and under pictures. Alt texts have at most 256 characters and give nothing away.
chart-missing = The picture cannot be shown now. All its figures and names are in the text.

## Ratings
chart-ratings-title = { $show }: ratings
chart-ratings-subtitle = Households in per cent, by episode
chart-nationwide = Nationwide
chart-capital = Capital area
chart-episodes = Episode
chart-finale = Finale: { $rating }
chart-record = Record: { $rating }
chart-finale-record = Finale and record: { $rating }
chart-ratings-alt = Line chart of the ratings of { $show }, episodes { $first } to { $last }, nationwide and in the capital area. Nationwide it starts at { $start } and ends at { $end }; the highest is { $best } with episode { $record }.
chart-ladder-title = Where { $show } stands
chart-ladder-alt = { $count ->
    [one] Ranking of dramas by their best episode as bars
   *[other] { $count } rankings of dramas by their best episode as bars
}, as of { $date }. { $show }, marked with a star, has { $rating }: { $places }.
chart-ladder-place = no. { $place }
chart-netflix-title = { $show } on Netflix
chart-netflix-subtitle = Hours watched a week, and rank in the worldwide Top 10
chart-week = Week to
chart-hours = Million hours
chart-rank = Rank
chart-rank-of = No. { $rank }
chart-netflix-alt = Bar chart of { $weeks } weeks of { $show } in the worldwide Netflix Top 10, from { $first } to { $last }: at most { $hours } million hours in a week, best rank no. { $rank }.

## Soundtrack
chart-ost-title = Soundtrack of { $show }
chart-ost-subtitle = Singles by release date, against the episodes ({ $year })
chart-day = Day
chart-episode = Episode
chart-single = Single
chart-ost-alt = Timeline of the { $count } singles of { $show } from { $first } to { $last }, each beside the episode that was shown on the day of its release.

## Who is who
who-button = Who is who
who-title = { $show }: who is who
who-lead = Families and sides, and what people are to each other. Guests are left out, and so is all that gives the plot away.
chart-who-subtitle = ★ Leads. Thick lines lead from parents to children.
chart-who-alt = Relationship chart of { $show }: { $people } characters in { $sides } groups, with marriages, parents and children, friends and rivals. It gives nothing of the plot away.
who-spoilers-button = Who is who, with spoilers
who-spoilers-title = { $show }: what comes out
who-spoilers-lead = Everything here gives the plot away. Each line says after which episode it is safe; the picture is for those who have seen them all.
chart-spoilers-subtitle = ★ Leads. Only what becomes known as the story goes on.
chart-spoilers-alt = Relationship chart of { $show } with all that comes out in the course of the story. It is full of spoilers and meant for those who have seen everything.
chart-circle-title = Around { $name }
chart-circle-alt = { $name } in the middle, { $count } people around, each with what that person is to { $name }. It gives nothing of the plot away.
who-pair = **{ $of }** and **{ $to }**: { $word }
who-tie = **{ $of }** → **{ $to }**: { $word }
who-ties-heading = What they are to each other

# Read along an arrow from one person to the other.
