# Sentences that answer /ask. Names come with their other script behind them, prose of the facts as it stands.

## Everywhere
ask-name = { $name } ({ $other })
ask-stated = { $text }
ask-stated-about = { $name }: { $text }
ask-stated-about-episode = { $name }, episode { $episode }: { $text }
ask-hole = I don’t know that: { $text }
ask-missing = I don’t know that: no source tells it.
ask-false = That goes round, but it is wrong. “{ $claim }” { $verdict }
ask-whole-card = The whole card
ask-dont-know = I don’t know that.
ask-dont-know-hint = I only know what is in my sources about { $show }: who plays whom and who is whose what, the songs and the album, ratings and Netflix, season 2, who made it and where, prizes, and (barred) how it ends. I don’t answer about private lives, other shows, opinions or errands.
ask-not-sure = I don’t know whether I understood that. This card may have it:
ask-unclear = That can mean several. Which one?
ask-try-heading = Try one of these
ask-empty = Ask me something about { $show }.
