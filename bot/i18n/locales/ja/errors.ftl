# 答えられないときに本人だけに見える返事。
no-match-cast = 「{ $typed }」という俳優や登場人物は見つかりませんでした。
no-match-ost = 「{ $typed }」という曲や歌手は見つかりませんでした。
no-match-episode = 「{ $typed }」という話はありません。
no-match-near = もしかして、このどれかですか？
no-match-all = 一覧から探してみてください。
ambiguous = 「{ $typed }」に当てはまるカードがいくつかあります。どれですか？
no-such-address = このカードはもうありません。コマンドで新しいカードを開いてください。
no-such-command = このコマンドはもうありません。
no-text-in-message = このメッセージには文章がありません。
no-text-in-message-hint = 質問のあるメッセージを選ぶか、`/ask`で聞いてください。
unexpected = エラーが発生しました。ご連絡の際は`{ $reference }`を添えてください。
all-cast = 全キャスト
all-ost = OST全体
all-episode = 全話
all-commands = すべてのコマンド
