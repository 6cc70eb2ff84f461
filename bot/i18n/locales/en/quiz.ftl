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
quiz-week = Where was the show in Netflix’s global Top 10 in the week of { $span }?
quiz-ranking = “{ $ranking }” (as of { $date }): which drama is no. { $place }?
quiz-crew = { $job ->
    [writer] Who wrote the show?
    [director] Which of these people directed the show?
    [editor] Who edited the show?
   *[music] Which of these people worked on the music?
}
quiz-place = No. { $place }

## Cards
quiz-lead = { $count ->
    [one] { $count } question
   *[other] { $count } questions
} from sourced facts, with no spoilers beyond what you’ve seen.
quiz-too-few = My sources don’t have enough facts for a quiz.
quiz-about = About: { $topic }
quiz-everything = Everything
quiz-begin = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
quiz-day-button = Question of the day
quiz-day = Question of the day, { $date }
quiz-day-note = Only you can see your answer. New question { $next }
quiz-post = Post it here
quiz-progress = Question { $number } of { $count } · { $right } right
quiz-right = **Right:** { $answer }
quiz-wrong = **Not quite:** it’s { $answer }, not { $chosen }
quiz-next = Next question
quiz-stop = Stop
quiz-finish = Show my result
quiz-result = { $right } of { $count } right
quiz-again = Play again
quiz-share = Show it here
quiz-shared = { $player } got { $right } of { $count } right in the quiz.
quiz-mark = { $mark ->
    [right] ✓
   *[wrong] ✗
}
quiz-not-yours = This quiz is somebody else’s, or its facts have changed since.
