# /season2
season2-title = Season 2 of { $show }?
season2-none = My sources say nothing about a second season.
season2-age = Latest information: { $date } ({ $age })
season2-official = **Official:** { $text }
season2-press = **Press:** { $text }
season2-silence-heading = Who hasn’t commented
open-button = Open questions
open-title = Open questions about a second season
history-button = Who said what
history-title = Who said what about a second season
history-lead = { $count ->
    [one] One statement.
   *[other] { $count } statements, newest first.
}
opinions-button = Opinions and rumors
opinions-title = Opinions and rumors about a second season
why-button = Why not
why-title = Reasons and alternatives
why-lead = These are the arguments of the people who made them, not official reasons.
adaptation-heading = Adaptations
level-official = official
level-reported = reported
level-opinion = opinion
level-rumour = rumor
level-wrong = wrong
level-not-evidence = not evidence
