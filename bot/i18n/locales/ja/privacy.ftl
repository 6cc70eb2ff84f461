# /privacy、得点の保存、サーバーのランキング。
command-privacy = このボットがあなたについて保存しているもの：確認、書き出し、非表示、削除
help-privacy = 保存されているものの確認と削除
privacy-title = あなたについて保存しているもの
privacy-nothing = 何もありません。
privacy-no-storage = 何もありません。このボットの運営者が保存先を設定していないため、何も保存できません。
privacy-kept = { $date }に同意しました。保存：DiscordのIDとこの日付。
privacy-scores = 得点：{ $servers }サーバーで{ $days }日分、{ $points }点。
privacy-daily = 今日の問題：{ $days }日回答。
privacy-match = 対決での回答（終了から30分以内に消えます）。
privacy-hidden = ランキングには表示されません。
privacy-seen = 第{ $episode }話まで見たことを覚えています。自分だけに見える答えに使います。
privacy-retention = 得点は400日後に削除されます。
privacy-export = 書き出す
privacy-hide = ランキングで隠す
privacy-show = ランキングに表示する
privacy-delete = すべて削除
privacy-delete-sure = あなたについて保存しているものをすべて削除しますか？ 元には戻せません。
privacy-delete-yes = はい、削除します
privacy-deleted = あなたについて保存していたものをすべて削除しました。
privacy-level = 何話まで見たかを覚えてもらう
privacy-level-forget = 覚えない
keep-button = 得点を保存
keep-question = 得点の保存にあたり、あなたのDiscordのID、このサーバーのID、日付、得点を記録します。名前と選んだ答えは保存しません。`/privacy`でいつでもすべて削除できます。
keep-yes = 保存する
keep-no = いいえ
keep-declined = 何も保存していません。
keep-done = これから得点を保存します。`/privacy`で確認と削除ができます。
keep-unavailable = 今は得点を保存できません。
back-button = 戻る

## ランキング
board-title = { $period ->
    [week] 今週のランキング
    [month] 今月のランキング
   *[all] 全期間のランキング
}
board-period = { $period ->
    [week] 今週
    [month] 今月
   *[all] 全期間
}
board-button = ランキング
board-empty = まだ得点がありません。`/match`か今日の問題に挑戦してください。
board-line = **{ $rank }位** { $person } { $points }点、{ $asked }問中{ $hits }問正解
board-own = あなた：{ $rank }位、{ $points }点
board-only-servers = ランキングはサーバーごとです。サーバーで開いてください。
board-post = ここで見せる
board-clear = ランキングを空にする
board-clear-sure = このサーバーの得点を全員分すべて削除しますか？
daily-points = { $points ->
    [0] 記録しました
   *[other] { $points }点
} · { $days }日連続
daily-again = その日の最初の答えだけが得点になります。
