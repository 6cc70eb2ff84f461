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
