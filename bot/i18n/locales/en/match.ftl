# /match: a quiz for everybody in a channel.
command-match = A quiz match for this channel: everybody answers with buttons, nothing is spoiled
command-match-questions = Number of questions (usually 10)
command-match-seconds = Seconds for each question (usually 30)
command-match-about = What the questions are about (usually everything)
command-match-seen = Ask up to this episode: questions and answers then stand behind spoiler bars
help-match = a quiz for everybody in the channel
match-question = Question { $number } of { $total }
match-ends = Time is up { $when }. Your last press counts.
match-own-language = In my language
match-show = Show the answer
match-stop = Stop
match-chosen = You chose **{ $option }**. You can change it until time is up.
match-solution = { $number } · { $question } **{ $answer }**
match-right = Right: { $people }
match-and-more = { $people } and { $more } more
match-nobody-right = Nobody got it right.
match-nobody = Nobody answered.
match-result = Final score
match-line = **{ $rank }** { $person } { $points ->
    [one] { $points } point
   *[other] { $points } points
}, { $hits } right
match-ended-silent = Two questions in a row went unanswered, so the match is over.
match-ended-stopped = The match was stopped.
match-counts-not = For the board, a match needs 5 questions and 2 players.
match-again = New match
match-not-kept = Points cannot be kept right now; the match goes on without them.
match-gone = This match is over, or was cut short by a restart.
match-deleted = The message of this match was deleted, so the match is over.
match-not-yours = Only whoever started the match, or somebody who may manage messages, can do that.
match-running = A match is already running in this channel.
match-server-full = Three matches are running in this server. Wait until one ends.
match-too-soon = You have just started a match. Try again in a minute.
match-no-storage = Matches need a database here, and this bot’s operator has set none. `/quiz` works without one.
match-unavailable = The bot cannot reach its database right now. Please try again in a moment.
