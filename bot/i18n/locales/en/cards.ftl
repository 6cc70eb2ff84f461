# What cards say. Names and prose of the facts come in as arguments.

## Everywhere
sources-line = { $more ->
    [0] Sources: { $sources }
   *[other] Sources: { $sources } · and { $more } more
}
sources-button = Sources
sources-title = Sources
sources-lead = { $facts ->
    [one] { $facts } statement
   *[other] { $facts } statements
} from { $sources ->
    [one] { $sources } page
   *[other] { $sources } pages
}, each with how sure it is.
sources-back = Back
confidence-confirmed = confirmed
confidence-single = one source
confidence-disputed = disputed
confidence-derived = our reckoning
spoiler-after = Safe after episode { $episode }:
dispute-heading = Sources differ
dispute-topic = { $topic }
dispute-spoiler = Sources differ.
dispute-reading = Our reading: { $reading }
false-claim-heading = Going round, but wrong
false-claim = “{ $claim }” { $verdict }
unknown-heading = Not known
facts-heading = Good to know
works-heading = Known for
awards-heading = Awards
awards-count = { $won } won, { $nominated } nominations without a prize.
award-won = Won
award-nominated = Nominated
select-placeholder = Open a card
page-previous = Previous
page-next = Next
page-here = { $page } of { $pages }
episode = Episode { $number }

## Buttons between the commands
cast-button = Cast
ost-button = Soundtrack
ratings-button = Ratings
season2-button = Season 2
show-button = The show

## /cast
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

## /ost
ost-title = Soundtrack of { $show }
ost-lead = { $count ->
    [one] One single, { $first }.
   *[other] { $count } singles, released { $first } to { $last }.
}
ost-part = OST part { $part }
album-button = Album
album-title = The album
album-heading = Release, label and sales
charts-button = Charts and awards
charts-title = Charts and awards
charts-lead = Where the songs stood, and what they won.
charts-heading = Charts
chart-peak = (no. { $peak })
disc-lead = { $known ->
    [one] { $known } line of { $total }
   *[other] { $known } of { $total } lines
} known.
singer-lead = { $count ->
    [0] No track of the soundtrack is known.
   *[other] Sings { $titles }.
}
singer-people = Members: { $names }
singer-group = Member of { $group }
singer-link = { $name }: all tracks
track-link = ♪ { $title }
track-sung = Sung by { $singer }
track-released = released { $date }{ $time }
track-time = , { $time } in Korea
track-also = Also: { $names }
track-kind-song = Song
track-kind-theme = Theme
track-kind-score = Score
track-music = Music: { $names }
track-lyrics = Words: { $names }
track-before = Previous part
track-after = Next part
track-unknown = Looked for and not found: { $missing }.
track-unknown-singer = performer
track-unknown-release = release date
track-unknown-music = composer
track-unknown-lyrics = lyricist
track-unknown-arrangement = arranger
track-unknown-length = length (how long it is)
track-unknown-scene = episode in which it is heard
track-unknown-korean-title = Korean title
scenes-heading = Heard in
songs-heading = Songs heard
listen = { $service }

## /ratings
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

## /season2
season2-title = Season 2 of { $show }?
season2-none = Nothing is known about a second season.
season2-age = The newest information is of { $date }: { $months ->
    [0] less than a month
    [one] one month
   *[other] { $months } months
} old today ({ $today }).
season2-official = **Official:** { $text }
season2-press = **Press:** { $text }
season2-newest-heading = Newest, official or reported
season2-silence-heading = Who has said nothing
history-button = Who said what
history-title = Who said what about a second season
history-lead = { $count ->
    [one] One statement.
   *[other] { $count } statements, newest first.
}
why-button = Why, and what instead
why-title = Why, and what there is instead
why-lead = These are the arguments of their authors, not official reasons.
adaptation-heading = Adaptations
level-official = official
level-reported = reported
level-opinion = opinion
level-rumour = rumour
level-wrong = wrong
level-not-evidence = no evidence

## /show
broadcast-heading = Broadcast
makers-heading = Made by
budget-heading = Budget
watch-heading = Where to watch
makers-button = People behind it
makers-title = The people behind it
makers-lead = Writers, directors, music, production.
companies-heading = Companies
job-writer = Writer
job-director = Directors
job-music = Music director
job-composer = Composers
job-chief-producer = Chief producer
job-executive-producer = Executive producers
job-producer = Producers
job-camera = Camera
job-editor = Editor
places-button = Filming places
places-title = Filming places
places-lead = Where scenes were filmed, and which.
awards-button = Awards
awards-title = Awards
awards-lead = Won and missed, newest first.
story-button = Timeline and more
story-title = Timeline, specials, titles
story-lead = How it came about and what came with it.
timeline-heading = Timeline
specials-heading = Special programmes
titles-heading = Titles in other languages
titles-notes-heading = About the titles
ending-button = Ending (spoiler)
ending-title = The ending
ending-lead = Everything here gives the ending away. Open only what you want to know.

## /help
help-title = What this bot answers about { $show }
help-lead = An unofficial fan project. Every answer names its sources and dates.
help-ask = a question in your own words; also in the menu of a message, as “Answer this”
help-cast = who plays whom: role, relations, songs
help-ost = songs, discs, singers, charts
help-ratings = ratings by episode, rankings, Netflix
help-season2 = is there a second season, and who says so
help-show = story, makers, places, awards, where to watch
help-help = this card
help-reading-heading = How to read a card
help-reading = Spoilers are barred and say after which episode they are safe. *(one source)* means that nobody independent confirms it, *(disputed)* that sources differ. A button pressed by somebody else answers that person privately.
help-stored-heading = What is stored
help-stored = Nothing about anybody: no messages, no names, no settings.
help-data-heading = The facts
help-data = Last looked over on { $version }: { $cast } cast members, { $tracks } tracks, { $episodes } episodes, { $sources } sources.
help-report = Report a mistake
