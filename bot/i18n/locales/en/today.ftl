# /today
today-title = On this day: { $date }
today-episode = Episode { $number } first aired.
today-rating = Episode { $number } drew { $rating } nationwide.
today-single = “{ $title }” by { $singer } came out.
today-week = The week that ended on this day: no. { $rank } in Netflix’s global Top 10.
today-born = { $name } was born.
today-none = My sources have nothing about this day.
today-nearest = The nearest days with something to tell: { $earlier } and { $later }.
today-earlier = Earlier: { $date }
today-later = Later: { $date }
# What is typed for the present day, in small letters.
today-word = today
no-such-date = I can’t read “{ $typed }” as a date.
no-such-date-hint = Write a day and a month, such as “{ $example }”.
