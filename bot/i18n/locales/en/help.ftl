# /help
help-title = What you can ask about { $show }
help-lead = An unofficial fan project. Every answer names its sources and dates.
help-ask = a question in your own words (also on any message: Apps → “Answer this”)
help-cast = who plays whom: roles, relationships, songs
help-ost = songs, discs, singers, charts
help-ratings = ratings by episode, rankings, Netflix
help-season2 = whether there will be a second season, and who says so
help-show = story, crew, locations, awards, where to watch
help-help = this card
help-reading-heading = How to read a card
help-reading = Spoilers are hidden and say after which episode they are safe to open. *(one source)* means that no independent source confirms it, *(disputed)* that sources disagree. If you press a button on somebody else’s card, you get your own private copy.
help-stored-heading = What is stored
help-stored = Nothing about you: no messages, no names, no settings.
help-data-heading = The facts
help-data = Last reviewed on { $version }: { $cast } cast members, { $tracks } tracks, { $episodes } episodes, { $sources } sources.
help-report = Report a mistake
