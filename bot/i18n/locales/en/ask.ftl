# Answers to /ask. Names come with their other script; prose from the facts comes as it is.

## Everywhere
ask-name = { $name } ({ $other })
ask-stated = { $text }
ask-stated-about = { $name }: { $text }
ask-stated-about-episode = { $name }, episode { $episode }: { $text }
ask-yes = Yes. { $text }
ask-no = No. { $text }
ask-sung = { $name }, sung by { $singer }
ask-hole = I don’t know. { $text }
ask-missing = I don’t know: none of my sources say.
ask-false = That’s a common claim, but it’s wrong. “{ $claim }” { $verdict }
ask-dont-know = I don’t know that one.
ask-dont-know-hint = I only know what my sources say about { $show }: cast, relationships, songs, ratings, season 2, how it was made, awards and the ending. Nothing on private lives or other shows, and no opinions.
ask-not-sure = I’m not sure I understood. The closest facts:
ask-further = Or did you mean one of these?
ask-show-everyone = Show everyone no. { $number }
ask-not-sure-card = I’m not sure I understood. This card may help:
ask-claims = { $claim }; { $rest }
ask-dispute = Sources differ. { $topic }: { $claims }. { $reading }
ask-unknown-language = I don’t understand that language. I answer in { $languages }.
ask-still-reading = I have just started and am still reading the facts. Please ask again in a few seconds.
ask-untranslated = Not translated into your language yet, so the answer is in { $language }.
ask-unclear = That could mean more than one thing. Which one?
ask-try-heading = Try one of these
ask-empty = Ask me anything about { $show }.
