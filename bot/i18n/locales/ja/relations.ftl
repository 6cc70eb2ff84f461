# ある人物が別の人物にとって何か：bot/domain/relations.pyの関係ごとに1語。
#
# メッセージは文の中の言葉。$genderはその人の性別、$ofは相手の性別で、分からないこともある。カードと図の言葉は
# label-from-wordとline-from-wordのとおりこの言葉から作られ、別に書くときは.labelか.lineをつける。
label-from-word = { $word }
line-from-word = { $word }

# 夫婦と恋
relation-spouse = { $gender ->
    [female] 妻
    [male] 夫
   *[other] 配偶者
}
    .line = 夫婦
relation-former-spouse = { $gender ->
    [female] 元妻
    [male] 元夫
   *[other] 元配偶者
}
    .line = 離婚
relation-partner = 同居のパートナー
    .line = 同居
relation-romance = 恋の相手
    .line = 恋愛
relation-love = { $gender ->
    [female] 恋人
    [male] 恋人
   *[other] 恋人
}
relation-first-love = 初恋の人
    .line = 初恋
relation-first-loved = 初恋の人
    .label = この人を初恋の相手だと言う人

# 家族
relation-parent = { $gender ->
    [female] 母
    [male] 父
   *[other] 親
}
relation-child = { $gender ->
    [female] 娘
    [male] 息子
   *[other] 子ども
}
relation-biological-parent = { $gender ->
    [female] 実の母
    [male] 実の父
   *[other] 実の親
}
relation-biological-child = { $gender ->
    [female] 実の娘
    [male] 実の息子
   *[other] 実の子
}
relation-grandparent = { $gender ->
    [female] 祖母
    [male] 祖父
   *[other] 祖父母
}
relation-grandchild = { $gender ->
    [female] 孫娘
    [male] 孫息子
   *[other] 孫
}
relation-great-grandparent = { $gender ->
    [female] 曽祖母
    [male] 曽祖父
   *[other] 曽祖父母
}
relation-great-grandchild = { $gender ->
    [female] ひ孫（女性）
    [male] ひ孫（男性）
   *[other] ひ孫
}
relation-older-sibling = { $gender ->
    [female] 姉
    [male] 兄
   *[other] 兄・姉
}
relation-younger-sibling = { $gender ->
    [female] 妹
    [male] 弟
   *[other] 弟・妹
}
relation-sibling = { $gender ->
    [female] 姉妹
    [male] 兄弟
   *[other] きょうだい
}
    .line = きょうだい
relation-aunt-uncle = { $gender ->
    [female] おば
    [male] おじ
   *[other] おじ・おば
}
relation-niece-nephew = { $gender ->
    [female] めい
    [male] おい
   *[other] おい・めい
}
relation-cousin = いとこ
relation-parent-in-law = { $gender ->
    [female] 義母
    [male] 義父
   *[other] 義理の親
}
relation-child-in-law = { $gender ->
    [female] 嫁
    [male] 婿
   *[other] 嫁・婿
}
relation-sibling-in-law = { $gender ->
    [female] 義理の姉妹
    [male] 義理の兄弟
   *[other] 義理のきょうだい
}
    .line = 義理のきょうだい
relation-relative = 親戚
    .line = 親戚

# 友と敵
relation-friend = 友人
    .line = 友人
relation-rival = ライバル
    .line = ライバル
relation-enemy = 敵
    .line = 犬猿の仲
relation-ally = 味方
    .line = 協力
relation-acquaintance = 知人
    .line = 知り合い
relation-rescuer = 助けてくれた人
    .line = 助ける
relation-rescued = 助けた相手
relation-attacker = 襲った人
    .line = 襲う
relation-attacked = 襲われた人
relation-shadow = 尾行する人
    .line = 尾行
relation-shadowed = 尾行の相手

# 仕事
relation-employer = 雇い主
    .line = 雇う
relation-employee = 雇われた人
relation-secretary = 秘書
relation-superior = 上司
relation-doctor = 医師
relation-patient = 患者
relation-lawyer = 弁護士
relation-client = 依頼人
relation-coach = コーチ
    .line = 指導
relation-pupil = 教え子
relation-household-staff = 家の使用人
    .line = 家で働く
relation-household = 働いている家の主人

# 2人の俳優が演じる1人の人物
relation-younger-self = 若いころ
relation-older-self = 大人になった姿
