# /ratings
ratings-title = Ratings of { $show }
ratings-none = My sources don’t have any ratings.
ratings-finale = The finale drew { $rating } nationwide ({ $date }).
ratings-finale-record = The finale drew { $rating } nationwide ({ $date }), the show’s best.
ratings-place = **No. { $place }** · { $ranking }
ratings-measure = Percent of households with pay TV. “Seoul” is the Seoul area.
ratings-all-button = All episodes
ratings-all-title = Ratings of all episodes
records-button = Records
records-title = Averages, records and milestones
ratings-facts-heading = Averages and records
milestones-heading = Milestones
rating-seoul = Seoul { $rating }
rating-drawn = { $rating } nationwide
rating-in-run = No. { $place } of { $count } episodes
rating-unknown = My sources don’t have a rating for this episode.
rating-peak = Peak minute nationwide: { $figure }
rating-peak-seoul = Peak minute in Seoul: { $figure }
rating-viewers = Viewers nationwide: { $figure }
rating-viewers-seoul = Viewers in Seoul: { $figure }
rating-young = Ages 20 to 49 nationwide: { $figure }
rating-young-seoul = Ages 20 to 49 in Seoul: { $figure }
ratings-select = Open an episode
episode-story-button = Story (spoiler)
episode-story-title = { $episode }: what happens
episode-figures-button = Figures
episode-figures-title = { $episode } in figures
minutes = Length: { $minutes } minutes
content-note = Content note:
rankings-button = Rankings
rankings-title = Rankings
rankings-heading = { $ranking }, as of { $date }
buzz-heading = Buzz and reviews
netflix-button = Netflix
netflix-title = On Netflix
netflix-lead = { $weeks ->
    [one] One week
   *[other] { $weeks } weeks
} in the global Top 10 (peak: no. { $best }), { $hours } viewed by { $date }.
netflix-week = `{ $week }` to { $end } · no. **{ $rank }** · { $hours }M hours · { $views }M views
totals-button = Hours viewed
totals-title = Hours viewed on Netflix
totals-heading = In total
total-up-to = By { $date }:
hours = { $hours } million hours
views = { $views } million views
reports-heading = Netflix’s half-year reports
