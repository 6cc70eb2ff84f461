# /help
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
