# /privacy, what is kept of points, and the board of a server.
command-privacy = What this bot stores about you: see it, export it, hide it, delete it
help-privacy = what is stored about you, and how to delete it
privacy-title = What is stored about you
privacy-nothing = Nothing.
privacy-no-storage = Nothing. The operator of this bot has set no storage, so nothing can be kept.
privacy-kept = You agreed on { $date }. Stored: your Discord id and that date.
privacy-scores = Points: { $points } on { $days ->
    [one] { $days } day
   *[other] { $days } days
} in { $servers ->
    [one] { $servers } server
   *[other] { $servers } servers
}.
privacy-daily = Questions of the day: { $days } answered.
privacy-match = Your answers of a match, until 30 minutes after it.
privacy-hidden = Boards leave you out.
privacy-seen = Remembered: you have seen up to episode { $episode }. Private answers use it.
privacy-retention = Points are deleted after 400 days.
privacy-export = Export
privacy-hide = Hide me on boards
privacy-show = Show me on boards
privacy-delete = Delete everything
privacy-delete-sure = Delete everything that is stored about you? It cannot be undone.
privacy-delete-yes = Yes, delete
privacy-deleted = Everything about you has been deleted.
privacy-level = Remember how far I have seen
privacy-level-forget = Do not remember it
keep-button = Keep my points
keep-question = To keep your points, this bot stores your Discord id, this server’s id, the day and your points. No name, no answers. `/privacy` deletes it all at any time.
keep-yes = Keep them
keep-no = No
keep-declined = Nothing is stored.
keep-done = Your points are kept from now on. `/privacy` shows and deletes them.
keep-unavailable = Points cannot be kept right now.
back-button = Back

## Boards
board-title = { $period ->
    [week] This week’s board
    [month] This month’s board
   *[all] The board of all time
}
board-period = { $period ->
    [week] Week
    [month] Month
   *[all] All time
}
board-button = Board
board-empty = No points yet. Play `/match` or the question of the day.
board-line = **{ $rank }** { $person } { $points ->
    [one] { $points } point
   *[other] { $points } points
}, { $hits } of { $asked } right
board-own = You: no. { $rank }, { $points ->
    [one] { $points } point
   *[other] { $points } points
}
board-only-servers = Boards belong to servers. Open this one in a server.
board-post = Show it here
board-clear = Clear the board
board-clear-sure = Delete all points of this server, for everybody?
daily-points = { $points ->
    [0] Counted
    [one] { $points } point
   *[other] { $points } points
} · { $days ->
    [one] { $days } day in a row
   *[other] { $days } days in a row
}
daily-again = Only your first answer of the day counts.
