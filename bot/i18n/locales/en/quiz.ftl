# The questions of the quiz. The right answer and the other options stand on buttons of at most 38 characters.
quiz-plays = Who plays { $character }?
quiz-role = Which character does { $actor } play?
quiz-age = How old is { $character }, according to the official character notes?
quiz-born = In which year was { $actor } born?
quiz-relation = Who is { $character }’s { $relation }?
quiz-sings = Who sings “{ $title }”?
quiz-song = Which song on the soundtrack is by { $singer }?
quiz-part = Which part of the soundtrack is “{ $title }”?
quiz-released = When did “{ $title }” come out?
quiz-first = Which of these songs came out first?
quiz-award = Which song won “{ $category }” ({ $award })?
quiz-aired = When did episode { $number } first air?
quiz-episode = Which episode first aired on { $date }?
quiz-rating = What was the nationwide rating of episode { $number }?
quiz-highest = Which of these episodes had the highest nationwide rating?
quiz-lowest = Which of these episodes had the lowest nationwide rating?
quiz-week = Where was the show in Netflix’s global Top 10 from { $start } to { $end }?
quiz-ranking = “{ $ranking }” ({ $date }): which drama is no. { $place }?
quiz-crew = { $job ->
    [writer] Who wrote the show?
    [director] Which of these people directed the show?
    [editor] Who edited the show?
   *[music] Which of these people worked on the music?
}
quiz-title = In which language is the show called “{ $title }”?
quiz-place = No. { $place }
