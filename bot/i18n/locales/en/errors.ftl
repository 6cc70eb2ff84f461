# Private answers to what cannot be answered.
no-match-cast = No actor or character like “{ $typed }” is among the facts.
no-match-ost = No track or singer like “{ $typed }” is among the facts.
no-match-episode = There is no episode “{ $typed }”.
no-match-near = Did you mean one of these?
no-match-all = The whole list may help.
ambiguous = “{ $typed }” fits several cards. Which one?
no-such-address = This card does not exist any more. The commands have what took its place.
unexpected = Something went wrong here. If you report it, quote `{ $reference }`.
all-cast = Whole cast
all-ost = Whole soundtrack
all-episode = All episodes
