# /askへの答え。名前のあとには別の文字での表記がつき、資料の文章はそのまま入る。

## 共通
ask-name = { $name }（{ $other }）
ask-stated = { $text }
ask-stated-about = { $name }：{ $text }
ask-stated-about-episode = { $name }、第{ $episode }話：{ $text }
ask-yes = はい。{ $text }
ask-no = いいえ。{ $text }
ask-sung = { $name }（歌：{ $singer }）
ask-hole = 分かりません。{ $text }
ask-missing = 分かりません。書いている出典がありません。
ask-false = よく言われますが、間違いです。「{ $claim }」{ $verdict }
ask-dont-know = それは分かりません。
ask-dont-know-hint = 『{ $show }』について、出典のあることだけお答えします：キャスト、人物関係、挿入歌、視聴率、シーズン2、制作の話、受賞、結末。私生活やほかの作品のこと、意見を求める質問にはお答えできません。
ask-not-sure = 質問を正しく読み取れたか自信がありません。いちばん近いのはこちらです：
ask-further = もしかして、この中のどれかですか？
ask-show-everyone = { $number }番をみんなに見せる
ask-not-sure-card = 質問を正しく読み取れたか自信がありません。このカードが参考になるかもしれません。
ask-claims = { $claim }；{ $rest }
ask-dispute = 出典によって異なります。{ $topic }：{ $claims }。{ $reading }
ask-unclear = いくつかの意味に取れます。どれですか？
ask-try-heading = こんなふうに聞いてみてください
ask-unknown-language = その言語には対応していません。{ $languages }で聞いてください。
ask-still-reading = 起動したばかりで、まだ内容を読み込んでいます。数秒後にもう一度聞いてください。
ask-untranslated = まだ翻訳されていないため、{ $language }でお答えします。
ask-empty = 『{ $show }』のことなら何でも聞いてください。
