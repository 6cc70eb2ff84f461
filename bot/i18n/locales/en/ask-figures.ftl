# Answers about ratings and Netflix
ask-rating = Episode { $episode } had a rating of { $rating } nationwide and { $seoul } in the Seoul area, no. { $place } of all episodes.
ask-rating-nationwide = Episode { $episode } had a rating of { $rating } nationwide, no. { $place } of all episodes.
ask-rating-seoul = Episode { $episode } had a rating of { $figure } in the Seoul area.
ask-rating-minute = Episode { $episode } peaked at { $figure } nationwide and { $seoul } in the Seoul area (by the minute).
ask-rating-minute-nationwide = Episode { $episode } peaked at { $figure } nationwide (by the minute).
ask-rating-viewers = Episode { $episode } had { $figure } viewers nationwide, { $seoul } of them in the Seoul area.
ask-rating-viewers-nationwide = Episode { $episode } had { $figure } viewers nationwide.
ask-rating-young-viewers = Among viewers aged 20 to 49, episode { $episode } had a rating of { $figure } nationwide and { $seoul } in the Seoul area.
ask-rating-young-viewers-nationwide = Among viewers aged 20 to 49, episode { $episode } had a rating of { $figure } nationwide.
ask-highest = The highest-rated episode is episode { $episode }, with { $rating } nationwide and { $seoul } in the Seoul area.
ask-highest-nationwide = The highest-rated episode is episode { $episode }, with { $rating } nationwide.
ask-lowest = The lowest-rated episode is episode { $episode }, with { $rating } nationwide and { $seoul } in the Seoul area.
ask-lowest-nationwide = The lowest-rated episode is episode { $episode }, with { $rating } nationwide.
ask-first-drop = The first episode with a lower rating than the one before was episode { $episode }: { $rating } nationwide, after { $before }.
ask-above = Episode { $episode } was the first above { $mark } nationwide, with { $rating }. In all, { $count } of { $total } episodes got there.
ask-above-seoul = Episode { $episode } was the first above { $mark } in the Seoul area, with { $rating }. In all, { $count } of { $total } episodes got there.
ask-none-above = No episode rated above { $mark } nationwide.
ask-none-above-seoul = No episode rated above { $mark } in the Seoul area.
ask-no-episode = There is no episode { $episode }. The show has { $count }.
ask-above-rival = Yes, it did better: its best was { $ours }, against { $theirs } for { $title }.
ask-below-rival = No, it didn’t beat { $title }: its best was { $ours }, against { $theirs }.
ask-rung = { $title } ({ $rating })
ask-stands-first = It ranks first (no. { $place }) among { $ranking }, with { $rating } (as of { $date }).
ask-stands-below = It ranks no. { $place } among { $ranking }, with { $rating } (as of { $date }), behind { $above }.
ask-aired = Episode { $episode } aired on { $date }.
ask-minutes = Episode { $episode } is { $minutes } minutes long.
ask-weeks = It spent { $weeks } weeks in Netflix’s global Top 10, from { $first } to { $last }.
ask-weeks-first = { $weeks ->
    [one] It was number one for one week: { $spans }.
   *[other] It was number one for { $weeks } weeks: { $spans }.
}
ask-span = { $first } to { $last }
ask-best-rank = It entered the global Top 10 at no. { $start } and peaked at no. { $rank } in week { $week } ({ $span }).
ask-week = In week { $week } ({ $span }) it was no. { $rank }, with { $hours } million hours viewed and { $views } million views.
ask-total = It had { $hours } million hours viewed by { $date }.
ask-report = { $period }: { $hours } million hours viewed on Netflix. { $rank }
ask-report-views = { $period }: { $hours } million hours viewed on Netflix, { $views } million views. { $rank }
ask-best-week = The week with the most hours viewed was { $span } ({ $hours } million). The week with the most views was { $other } ({ $views } million).
