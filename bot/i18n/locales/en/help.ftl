# /help
help-title = Ask about { $show }
help-lead = An unofficial fan project. Every answer names its sources and dates.
help-ask = a question, in your own words
help-cast = who plays whom, and how they relate
help-ost = songs, discs, singers, charts
help-ratings = ratings, rankings, Netflix
help-season2 = will there be a second season?
help-show = story, crew, locations, awards
help-today = what happened on this day, or on another
help-quiz = ten questions, or the question of the day
help-button = Commands
help-about-button = About this bot
help-about-title = About this bot
help-reading-heading = How to read a card
help-reading =
    - Spoilers are left out. A card says how many facts wait, and from which episode on.
    - Choose how far you have watched in the menu below a card, or with the option `seen`: you get a private copy with all that is safe by then.
    - (*one source*): no independent source confirms it. (*disputed*): sources disagree.
    - A button on somebody else’s card opens a private copy for you.
    - You can also ask with a message: Apps → “Answer this”.
help-stored-heading = What is stored
help-stored = Nothing about you, unless you press “Keep my points” after a quiz; answers in a match only until shortly after it. `/privacy` shows what is stored, and deletes it.
help-data-heading = The facts
help-data = Last reviewed on { $version } ({ $age }): { $cast } cast members, { $tracks } tracks, { $episodes } episodes, { $sources } sources.
help-report = Report a mistake
