# Private responses when the bot cannot answer.
no-match-cast = I don’t know an actor or character called “{ $typed }”.
no-match-ost = I don’t know a track or singer called “{ $typed }”.
no-match-episode = There is no episode “{ $typed }”.
no-match-near = Did you mean one of these?
no-match-all = Try the full list.
ambiguous = “{ $typed }” could be several cards. Which one?
no-such-address = This card no longer exists. Use a command to find its replacement.
no-such-command = This command no longer exists.
no-text-in-message = This message has no text to answer.
no-text-in-message-hint = Choose one that asks something, or ask with `/ask`.
unexpected = Something went wrong on our side. If you report it, please mention `{ $reference }`.
all-cast = Full cast
all-ost = Full soundtrack
all-episode = All episodes
all-commands = All commands
