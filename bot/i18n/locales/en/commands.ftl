# What Discord shows before the bot responds: descriptions of commands and options, at most 100 characters.
command-ask = Ask in your own words: people, songs, ratings, season 2, locations, awards
command-ask-question = Your question, the way you would ask a friend
menu-answer = Answer this
command-cast = Who plays whom: the whole cast, or one person
command-cast-who = An actor or a character, in any spelling
command-ost = The soundtrack, or one track: singer, release date, where it plays
command-ost-track = A title, a singer or a part number
command-ratings = Ratings: the finale, the record, every episode, Netflix
command-ratings-episode = An episode number
command-season2 = Will there be a second season? The short answer, who said what, and when
command-show = The show at a glance: story, crew, locations, awards, where to watch
command-today = What happened on this day: episodes, songs, ratings, awards, birthdays
command-today-date = Another day, such as March 9
command-quiz = A quiz from sourced facts that spoils nothing: ten questions, or the question of the day
command-help = What this bot can answer, what it stores, and how to report a mistake
command-private = Only you can see the answer
command-seen = How far you have seen the show: only you see the answer, with what is safe to know by then
