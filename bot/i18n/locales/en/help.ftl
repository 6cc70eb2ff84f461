# /help
help-title = Ask about { $show }
help-lead = An unofficial fan project. Every answer names its sources and dates.
help-ask = a question, in your own words
help-cast = who plays whom, and how they relate
help-ost = songs, discs, singers, charts
help-ratings = ratings, rankings, Netflix
help-season2 = will there be a second season?
help-show = story, crew, locations, awards
help-button = Commands
help-about-button = About this bot
help-about-title = About this bot
help-reading-heading = How to read a card
help-reading = You can also ask with a message: Apps → “Answer this”. Spoilers are left out: a card says how many facts wait, and from which episode on. Say how far you have seen the show in the menu below it, or with the option `seen`, and you get a private copy with all that is safe by then. *(one source)* means that no independent source confirms it, *(disputed)* that sources disagree. If you press a button on somebody else’s card, you get your own private copy.
help-stored-heading = What is stored
help-stored = Nothing about you: no messages, no names, no settings.
help-data-heading = The facts
help-data = Last reviewed on { $version } ({ $months ->
    [0] less than a month
    [one] one month
   *[other] { $months } months
} ago): { $cast } cast members, { $tracks } tracks, { $episodes } episodes, { $sources } sources.
help-report = Report a mistake
