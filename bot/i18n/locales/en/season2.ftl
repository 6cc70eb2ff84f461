# /season2
season2-title = Season 2 of { $show }?
season2-none = Nothing is known about a second season.
season2-age = The newest information is of { $date }: { $months ->
    [0] less than a month
    [one] one month
   *[other] { $months } months
} old today ({ $today }).
season2-official = **Official:** { $text }
season2-press = **Press:** { $text }
season2-newest-heading = Newest, official or reported
season2-silence-heading = Who has said nothing
history-button = Who said what
history-title = Who said what about a second season
history-lead = { $count ->
    [one] One statement.
   *[other] { $count } statements, newest first.
}
why-button = Why, and what instead
why-title = Why, and what there is instead
why-lead = These are the arguments of their authors, not official reasons.
adaptation-heading = Adaptations
level-official = official
level-reported = reported
level-opinion = opinion
level-rumour = rumour
level-wrong = wrong
level-not-evidence = no evidence
