# Text in pictures, and their alt texts. An alt text has at most 256 characters and no spoilers.
chart-missing = This picture can’t be shown right now. All of its numbers and names are in the text.

## Ratings
chart-ratings-title = { $show }: ratings
chart-ratings-subtitle = Percentage of households, by episode
chart-nationwide = Nationwide
chart-capital = Seoul area
chart-episodes = Episode
chart-finale = Finale: { $rating }
chart-record = Record: { $rating }
chart-finale-record = Finale and record: { $rating }
chart-ratings-alt = Line chart of the ratings of { $show }, episodes { $first } to { $last }, nationwide and in the Seoul area. Nationwide, they start at { $start } and end at { $end }. The highest is { $best } for episode { $record }.
chart-rankings-title = How { $show } ranks
chart-rankings-alt = { $count ->
    [one] Bar chart that ranks dramas by their highest-rated episode
   *[other] { $count } bar charts that rank dramas by their highest-rated episode
}, as of { $date }. { $show }, marked with a star, has { $rating }: { $places }.
chart-rankings-place = no. { $place }
chart-netflix-title = { $show } on Netflix
chart-netflix-subtitle = Hours viewed per week, and rank in the global Top 10
chart-week = Week to
chart-hours = Million hours
chart-rank = Rank
chart-rank-of = No. { $rank }
chart-netflix-alt = Bar chart of the { $weeks } weeks of { $show } in Netflix’s global Top 10, from { $first } to { $last }. The best week had { $hours } million hours viewed; the best rank was no. { $rank }.

## Soundtrack
chart-ost-title = Soundtrack of { $show }
chart-ost-subtitle = Singles by release date, next to the episodes ({ $year })
chart-day = Day
chart-episode = Episode
chart-single = Single
chart-ost-alt = Timeline of the { $count } singles of { $show }, from { $first } to { $last }, each next to the episode that aired on its release day.

## Relationships
chart-who-subtitle = ★ Leads. Thick lines go from parents to children.
chart-who-alt = Relationship chart of { $show }: { $people } characters in { $sides } groups, with marriages, parents and children, friends and rivals.
chart-spoilers-subtitle = ★ Leads. Only what is revealed over the course of the story.
chart-spoilers-alt = Relationship chart of { $show } with what is revealed over the course of the story. Full of spoilers.
chart-circle-title = People around { $name }
chart-circle-alt = { $name } in the middle with { $count } people around, each labeled with how they are related to { $name }.
