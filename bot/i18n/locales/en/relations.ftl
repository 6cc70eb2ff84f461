# What one character is to another: one word for each relation in bot/domain/relations.py.
#
# The message is the word in a sentence ("the mother of …"). $gender is the gender of the person it describes, and $of
# that of the other person, if they are known. A card and a line of a chart derive their wording from the word, as
# label-from-word and line-from-word say, unless the message has an attribute .label or .line of its own.
label-from-word = { CAPITALIZED($word) }
line-from-word = { CAPITALIZED($word) } of

# Couples and love
relation-spouse = { $gender ->
    [female] wife
    [male] husband
   *[other] spouse
}
    .line = Married
relation-former-spouse = { $gender ->
    [female] ex-wife
    [male] ex-husband
   *[other] ex-spouse
}
    .line = Divorced
relation-partner = partner
    .line = Partners
relation-romance = love interest
    .line = In love
relation-love = { $gender ->
    [female] girlfriend or partner
    [male] boyfriend or partner
   *[other] partner
}
relation-first-love = first love
relation-first-loved = first love
    .label = First love of

# Family
relation-parent = { $gender ->
    [female] mother
    [male] father
   *[other] parent
}
relation-child = { $gender ->
    [female] daughter
    [male] son
   *[other] child
}
relation-biological-parent = { $gender ->
    [female] biological mother
    [male] biological father
   *[other] biological parent
}
relation-biological-child = { $gender ->
    [female] biological daughter
    [male] biological son
   *[other] biological child
}
relation-grandparent = { $gender ->
    [female] grandmother
    [male] grandfather
   *[other] grandparent
}
relation-grandchild = { $gender ->
    [female] granddaughter
    [male] grandson
   *[other] grandchild
}
relation-great-grandparent = { $gender ->
    [female] great-grandmother
    [male] great-grandfather
   *[other] great-grandparent
}
relation-great-grandchild = { $gender ->
    [female] great-granddaughter
    [male] great-grandson
   *[other] great-grandchild
}
relation-older-sibling = { $gender ->
    [female] older sister
    [male] older brother
   *[other] older sibling
}
relation-younger-sibling = { $gender ->
    [female] younger sister
    [male] younger brother
   *[other] younger sibling
}
relation-sibling = { $gender ->
    [female] sister
    [male] brother
   *[other] sibling
}
    .line = Siblings
relation-aunt-uncle = { $gender ->
    [female] aunt
    [male] uncle
   *[other] aunt or uncle
}
relation-niece-nephew = { $gender ->
    [female] niece
    [male] nephew
   *[other] niece or nephew
}
relation-cousin = cousin
relation-parent-in-law = { $gender ->
    [female] mother-in-law
    [male] father-in-law
   *[other] parent-in-law
}
relation-child-in-law = { $gender ->
    [female] daughter-in-law
    [male] son-in-law
   *[other] child-in-law
}
relation-sibling-in-law = { $gender ->
    [female] sister-in-law
    [male] brother-in-law
   *[other] sibling-in-law
}
    .line = In-laws
relation-relative = relative
    .line = Relatives

# Friends and enemies
relation-friend = friend
    .line = Friends
relation-rival = rival
    .line = Rivals
relation-enemy = enemy
    .line = Enemies
relation-ally = ally
    .line = Allies
relation-acquaintance = acquaintance
    .line = Know each other
relation-rescuer = rescuer
    .label = Rescued by
    .line = Rescues
relation-rescued = person they rescued
    .label = Rescued
relation-attacker = attacker
    .label = Attacked by
    .line = Attacks
relation-attacked = victim
    .label = Attacked
relation-shadow = person following them
    .label = Followed by
    .line = Follows
relation-shadowed = person they follow
    .label = Follows

# Work
relation-employer = employer
    .line = Employs
relation-employee = employee
relation-secretary = secretary
relation-superior = boss
    .label = Secretary to
relation-doctor = doctor
relation-patient = patient
relation-lawyer = lawyer
relation-client = client
relation-coach = coach
    .line = Coaches
relation-pupil = student
relation-household-staff = household staff
    .line = Works for
relation-household = employer
    .label = Works in the home of

# One character, two actors
relation-younger-self = younger self
relation-older-self = adult self
