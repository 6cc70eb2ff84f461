# 한 인물이 다른 인물에게 무엇인지: bot/domain/relations.py의 관계마다 한 낱말.
#
# 메시지는 문장 속의 낱말이다. $gender는 그 사람의 성별, $of는 상대의 성별이며 모를 때도 있다. 카드와 관계도의 말은
# label-from-word와 line-from-word에 따라 이 낱말에서 나오고, 따로 적으려면 .label이나 .line을 붙인다.
label-from-word = { $word }
line-from-word = { $word }

# 연인과 부부
relation-spouse = { $gender ->
    [female] 아내
    [male] 남편
   *[other] 배우자
}
    .line = 부부
relation-former-spouse = { $gender ->
    [female] 전 아내
    [male] 전남편
   *[other] 전 배우자
}
    .line = 이혼
relation-partner = 동거인
    .line = 동거
relation-romance = 연인
relation-love = 연인
relation-first-love = 첫사랑
    .line = 첫사랑 상대
relation-first-loved = 첫사랑 상대

# 가족
relation-parent = { $gender ->
    [female] 어머니
    [male] 아버지
   *[other] 부모
}
relation-child = { $gender ->
    [female] 딸
    [male] 아들
   *[other] 자녀
}
relation-biological-parent = { $gender ->
    [female] 친어머니
    [male] 친아버지
   *[other] 친부모
}
relation-biological-child = { $gender ->
    [female] 친딸
    [male] 친아들
   *[other] 친자식
}
relation-grandparent = { $gender ->
    [female] 할머니
    [male] 할아버지
   *[other] 조부모
}
relation-grandchild = { $gender ->
    [female] 손녀
    [male] 손자
   *[other] 손주
}
relation-great-grandparent = { $gender ->
    [female] 증조할머니
    [male] 증조할아버지
   *[other] 증조부모
}
relation-great-grandchild = { $gender ->
    [female] 증손녀
    [male] 증손자
   *[other] 증손주
}
relation-older-sibling = { $of ->
    [female] { $gender ->
        [female] 언니
        [male] 오빠
       *[other] 손위 형제자매
    }
    [male] { $gender ->
        [female] 누나
        [male] 형
       *[other] 손위 형제자매
    }
   *[other] { $gender ->
        [female] 누나·언니
        [male] 형·오빠
       *[other] 손위 형제자매
    }
}
relation-younger-sibling = { $gender ->
    [female] 여동생
    [male] 남동생
   *[other] 동생
}
relation-sibling = { $gender ->
    [female] 여자 형제
    [male] 남자 형제
   *[other] 형제자매
}
    .line = 남매·형제
relation-aunt-uncle = { $gender ->
    [female] 고모·이모
    [male] 삼촌
   *[other] 고모·이모·삼촌
}
relation-niece-nephew = 조카
relation-cousin = 사촌
relation-parent-in-law = { $of ->
    [female] { $gender ->
        [female] 시어머니
        [male] 시아버지
       *[other] 시부모
    }
    [male] { $gender ->
        [female] 장모
        [male] 장인
       *[other] 장인·장모
    }
   *[other] { $gender ->
        [female] 장모·시어머니
        [male] 장인·시아버지
       *[other] 배우자의 부모
    }
}
relation-child-in-law = { $gender ->
    [female] 며느리
    [male] 사위
   *[other] 사위·며느리
}
relation-sibling-in-law = { $of ->
    [female] { $gender ->
        [female] 시누이·올케
        [male] 시숙·시동생·형부
       *[other] 배우자의 형제자매
    }
    [male] { $gender ->
        [female] 처형·처제·형수
        [male] 처남·매형
       *[other] 배우자의 형제자매
    }
   *[other] { $gender ->
        [female] 처형·처제·시누이
        [male] 처남·매형·매제
       *[other] 배우자의 형제자매
    }
}
    .line = 인척
relation-relative = 가족

# 친구와 적
relation-friend = 친구
relation-rival = 경쟁 상대
relation-enemy = 앙숙
relation-ally = 같은 편
relation-acquaintance = 지인
    .line = 아는 사이
relation-rescuer = 은인
    .label = 구해 준 사람
    .line = 구해 줌
relation-rescued = 도움으로 목숨을 구한 사람
    .label = 구한 사람
relation-attacker = 가해자
    .label = 공격한 사람
    .line = 공격
relation-attacked = 피해자
    .label = 공격당한 사람
relation-shadow = 미행자
    .label = 미행하는 사람
    .line = 미행
relation-shadowed = 미행 대상

# 일
relation-employer = 고용주
    .line = 고용
relation-employee = 고용인
    .label = 고용한 사람
relation-secretary = 비서
relation-superior = 상사
relation-doctor = 의사
relation-patient = 환자
relation-lawyer = 변호사
relation-client = 의뢰인
relation-coach = 코치
relation-pupil = 제자
relation-household-staff = 집안일을 돕는 사람
    .line = 집안일을 도움
relation-household = 일하는 집의 주인

# 두 배우가 연기한 한 인물
relation-younger-self = 어린 시절
relation-older-self = 어른이 된 모습
