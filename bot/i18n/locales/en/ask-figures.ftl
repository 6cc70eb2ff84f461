# Figures
ask-rating = Episode { $episode } drew { $rating } of households nationwide ({ $seoul } in the Seoul area): no. { $place } of the run.
ask-rating-nationwide = Episode { $episode } drew { $rating } of households nationwide: no. { $place } of the run.
ask-rating-seoul = Episode { $episode } drew { $figure } in the Seoul area.
ask-rating-minute = The best minute of episode { $episode } drew { $figure } nationwide and { $seoul } in the Seoul area.
ask-rating-minute-nationwide = The best minute of episode { $episode } drew { $figure } nationwide.
ask-rating-viewers = Episode { $episode } had { $figure } viewers nationwide, { $seoul } of them in the Seoul area.
ask-rating-viewers-nationwide = Episode { $episode } had { $figure } viewers nationwide.
ask-rating-young-viewers = Among viewers aged 20 to 49 episode { $episode } drew { $figure } nationwide and { $seoul } in the Seoul area.
ask-rating-young-viewers-nationwide = Among viewers aged 20 to 49 episode { $episode } drew { $figure } nationwide.
ask-highest = The best of the run is episode { $episode } with { $rating } nationwide ({ $seoul } in the Seoul area).
ask-highest-nationwide = The best of the run is episode { $episode } with { $rating } nationwide.
ask-lowest = The lowest of the run is episode { $episode } with { $rating } nationwide ({ $seoul } in the Seoul area).
ask-lowest-nationwide = The lowest of the run is episode { $episode } with { $rating } nationwide.
ask-above = Episode { $episode } was the first above { $mark } nationwide, with { $rating }; { $count } of { $total } were.
ask-above-seoul = Episode { $episode } was the first above { $mark } in the Seoul area, with { $rating }; { $count } of { $total } were.
ask-none-above = No episode was above { $mark } nationwide.
ask-none-above-seoul = No episode was above { $mark } in the Seoul area.
ask-no-episode = I don’t know of any episode { $episode }: there are { $count }.
ask-above-rival = Yes, it did better: { $ours } at its best, against { $theirs } for { $title }.
ask-below-rival = No, it did not reach { $title }: { $ours } at its best, against { $theirs }.
ask-rung = { $title } ({ $rating })
ask-stands-first = It is first (highest-rated, no. { $place }) among { $ladder }, with { $rating } (as of { $date }).
ask-stands-below = It is no. { $place } among { $ladder }, with { $rating } (as of { $date }); above it: { $above }.
ask-aired = Episode { $episode } was shown on { $date }.
ask-minutes = Episode { $episode } lasts { $minutes } minutes.
ask-weeks = It was in Netflix’s worldwide Top 10 for { $weeks } weeks, from { $first } to { $last }.
ask-weeks-first = { $weeks ->
    [one] It was number one for one week: { $spans }.
   *[other] It was number one for { $weeks } weeks: { $spans }.
}
ask-span = { $first } to { $last }
ask-best-rank = Its best place in the worldwide Top 10 was no. { $rank }, in week { $week } ({ $span }); it came in at no. { $start }.
ask-week = In week { $week } ({ $span }) it was no. { $rank }, with { $hours } million hours and { $views } million views.
ask-total = { $hours } million hours were watched by { $date }.
ask-report = { $period }: { $hours } million hours watched on Netflix. { $rank }
ask-report-views = { $period }: { $hours } million hours watched on Netflix, { $views } million views. { $rank }
ask-best-week = The week with the most hours was { $span } ({ $hours } million), the one with the most views { $other } ({ $views } million).
ask-report-rank = { $period }: { $rank }
