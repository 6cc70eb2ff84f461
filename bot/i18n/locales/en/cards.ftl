# What all cards share. Names and prose from the facts come as arguments.

## Sources and confidence
# A list in a sentence; rest holds its parts but the last one, with commas.
list = { $rest }{ $count ->
    [2] { "" }
   *[other] ,
} and { $last }
sources-line = { $sources } · checked { $date }
sources-more = +{ $count }
publisher = { $kind ->
    [blog] { $name } (blog)
   *[other] { $name }
}
sources-button = Sources
sources-title = Sources
sources-lead = { $facts ->
    [one] { $facts } fact
   *[other] { $facts } facts
} from { $sources ->
    [one] { $sources } page
   *[other] { $sources } pages
}, with how well each one is confirmed.
sources-back = Back
confidence-confirmed = confirmed
confidence-single = one source
confidence-disputed = disputed
confidence-derived = our calculation
weak-confirmed = { $kind ->
    [encyclopedia] encyclopedias only
    [database] databases only
    [mirror] copies of encyclopedias only
   *[other] fan sites only
}
weak-single = { $kind ->
    [encyclopedia] one source, an encyclopedia
    [database] one source, a database
    [mirror] one source, a copy of an encyclopedia
   *[other] one source, a fan site
}
spoiler-after = Safe after episode { $episode }:
disputed-button = Disputed
disputed-title = { $name }: disputed or unknown
audience = For those who have seen { $left ->
    [0] everything
   *[other] up to episode { $episode }
}
audience-bars = Behind bars: spoilers { $left ->
    [0] for the whole show
   *[other] up to episode { $episode }
}
withheld = { $count ->
    [one] { $count } more fact, from episode { $episode } on
   *[other] { $count } more facts, from episode { $episode } on
}
level-placeholder = I have seen up to episode …
level-nothing = Nothing yet
level-everything = Everything
dispute-heading = Sources disagree
dispute-topic = { $topic }
dispute-spoiler = Sources disagree.
dispute-reading = Our reading: { $reading }
false-claim-heading = Common misconceptions
false-claim = “{ $claim }” { $verdict }
unknown-heading = Still unknown

## Sections of several cards
facts-heading = Good to know
works-heading = Known for
awards-heading = Awards
awards-count = { $won ->
    [one] { $won } award won
   *[other] { $won } awards won
}, plus { $nominated ->
    [one] { $nominated } nomination
   *[other] { $nominated } nominations
} without a win.
award-won = Won
award-nominated = Nominated
episode = Episode { $number }

## Buttons and menus
select-placeholder = Open a card
page-previous = Previous
page-next = Next
page-here = { $page } of { $pages }
cast-button = Cast
ost-button = Soundtrack
ratings-button = Ratings
season2-button = Season 2
show-button = The show
today-button = On this day
quiz-button = Quiz
