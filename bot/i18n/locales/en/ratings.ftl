# /ratings
ratings-title = Ratings of { $show }
ratings-none = No ratings are known.
ratings-finale = The last episode, { $episode } ({ $date }), drew { $rating } of households nationwide.
ratings-finale-record = The finale, episode { $episode } ({ $date }), drew { $rating } of households nationwide: the best of the run.
ratings-place = **No. { $place }** · { $ladder } (as of { $date })
ratings-measure = Per cent of households with pay television nationwide; Seoul stands for the capital area.
ratings-facts-heading = Averages and records
milestones-heading = Milestones
rating-seoul = Seoul { $rating }
rating-drawn = { $rating } nationwide
rating-in-run = no. { $place } of { $count } episodes
rating-unknown = No rating is known.
rating-peak = Highest minute nationwide: { $figure }
rating-peak-seoul = Highest minute in Seoul: { $figure }
rating-viewers = Viewers nationwide: { $figure }
rating-viewers-seoul = Viewers in Seoul: { $figure }
rating-young = Ages 20 to 49 nationwide: { $figure }
rating-young-seoul = Ages 20 to 49 in Seoul: { $figure }
minutes = Length: { $minutes } minutes
content-note = Content note.
episode-before = Previous episode
episode-after = Next episode
ladder-button = Where it stands
ladder-title = Where it stands
ladder-heading = { $ladder }, as of { $date }
netflix-button = Netflix
netflix-title = On Netflix
netflix-lead = { $weeks ->
    [one] One week
   *[other] { $weeks } weeks
} in the worldwide Top 10 (best place: no. { $best }), { $hours } watched by { $date }.
netflix-week = `{ $week }` to { $end } · no. **{ $rank }** · { $hours } m hours · { $views } m views
totals-heading = Hours counted up to a day
total-up-to = Up to { $date }:
hours = { $hours } million hours
views = { $views } million views
reports-heading = Netflix’s half-year reports
