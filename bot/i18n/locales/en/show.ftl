# /show
show-run = { $facts }
show-made = { $facts }
show-watch = Watch: { $facts }
broadcast-heading = Broadcast
makers-heading = Made by
budget-heading = Budget
watch-heading = Where to watch
makers-button = Crew
makers-title = The people behind the show
makers-lead = Writers, directors, music and production.
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
places-button = Locations
places-title = Filming locations
places-lead = Where the show was filmed, and which scenes.
awards-button = { $won ->
    [0] Awards
    [one] { $won } award
   *[other] { $won } awards
}
awards-title = Awards
awards-lead = Wins and nominations, newest first.
story-button = Broadcast
story-title = Broadcast and timeline
story-lead = When and where it ran, what it cost, and how it came about.
extras-button = Specials and trivia
extras-title = Specials and trivia
extras-lead = What came with the show.
titles-button = Titles abroad
titles-title = Titles in other languages
titles-lead = What the show is called around the world.
timeline-heading = Timeline
specials-heading = Specials
titles-notes-heading = About the titles
ending-button = Ending (spoiler)
ending-title = The ending
ending-lead = Everything here is a spoiler for the ending.
