# What Discord shows before the bot answers: descriptions of commands and options, at most 100 characters.
command-ask = Ask in your own words: people, songs, ratings, season 2, places, prizes
command-ask-question = A question as you would ask a friend
menu-answer = Answer this
command-cast = Who plays whom: the cast, or one person’s card
command-cast-who = An actor or a character, in any spelling
command-ost = The soundtrack, or one track: singer, date, where it is heard
command-ost-track = A title, a singer or a part number
command-ratings = Ratings: the finale, the record, every episode, Netflix
command-ratings-episode = The number of an episode
command-season2 = Is there a second season? The verdict, who said what, and when
command-show = The show at a glance: story, makers, places, awards, where to watch
command-help = What this bot answers, what it stores and how to report a mistake
command-private = Only you see the answer
