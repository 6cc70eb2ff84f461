# /ratings
ratings-title = Ratings of { $show }
ratings-none = My sources don’t have any ratings.
ratings-finale = The finale, episode { $episode } ({ $date }), had a rating of { $rating } nationwide.
ratings-finale-record = The finale, episode { $episode } ({ $date }), had a rating of { $rating } nationwide, the highest of the show.
ratings-place = **No. { $place }** · { $ranking } (as of { $date })
ratings-measure = Percentage of households with pay TV nationwide. “Seoul” means the Seoul area.
ratings-facts-heading = Averages and records
milestones-heading = Milestones
rating-seoul = Seoul { $rating }
rating-drawn = { $rating } nationwide
rating-in-run = no. { $place } of { $count } episodes
rating-unknown = My sources don’t have a rating for this episode.
rating-peak = Peak minute nationwide: { $figure }
rating-peak-seoul = Peak minute in Seoul: { $figure }
rating-viewers = Viewers nationwide: { $figure }
rating-viewers-seoul = Viewers in Seoul: { $figure }
rating-young = Ages 20 to 49 nationwide: { $figure }
rating-young-seoul = Ages 20 to 49 in Seoul: { $figure }
minutes = Length: { $minutes } minutes
content-note = Content note:
beats-button = What happens (spoiler)
beats-title = Episode { $episode }: what happens
beats-lead = Only open what you want to know.
episode-before = Previous episode
episode-after = Next episode
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
totals-heading = Total hours viewed
total-up-to = By { $date }:
hours = { $hours } million hours
views = { $views } million views
reports-heading = Netflix’s half-year reports
