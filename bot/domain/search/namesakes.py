"""Whether a text is the well-formed name of *another* Korean, and so no slip of the pen.

김소현 is one letter away from 김수현, and so is 김수헌. But parents do name a child 소현, so the first is somebody
else, whereas the second is a slip. What parents name their children is general knowledge about Korean, not about
any show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.hangul import is_syllable
from bot.domain.search import sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SURNAMES: Final = frozenset(
    "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 전 홍 유 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 "
    "구 민 류 나 진 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 위 표 명 기 반 왕 금 옥 육 인 맹 제 "
    "모 탁 남궁 황보 제갈 선우 독고 사공".split()
)

GIVEN_NAMES: Final = frozenset(
    "가영 가연 가은 가인 가희 건우 건희 경미 경수 경숙 경아 경원 경호 경희 고은 광수 광현 규리 규민 규영 규현 기범 "
    "기용 기우 기현 나라 나영 나연 나은 나현 남길 남주 남희 다빈 다솜 다연 다영 다은 다인 다현 다희 대현 도경 도연 "
    "도영 도윤 도현 도훈 동건 동민 동석 동욱 동원 동윤 동주 동현 동훈 동희 두나 라미 라희 명수 명희 무열 문희 미경 "
    "미나 미란 미림 미선 미숙 미연 미영 미정 미주 미희 민경 민규 민기 민서 민석 민선 민수 민식 민아 민영 민우 민재 "
    "민정 민주 민준 민지 민진 민혁 민현 민호 민희 범수 병규 병헌 병호 보검 보라 보람 보영 보은 보현 상민 상우 상욱 "
    "상현 상호 상훈 새론 서영 서연 서우 서윤 서준 서진 서현 서희 석규 석진 석훈 선미 선빈 선아 선영 선우 선주 선희 "
    "설아 설현 설희 성경 성규 성균 성민 성수 성우 성웅 성윤 성일 성재 성주 성진 성현 성호 성훈 세경 세나 세영 세윤 "
    "세정 세준 세진 세현 세훈 세희 소나 소라 소민 소연 소영 소원 소윤 소은 소이 소정 소현 소희 수경 수미 수민 수빈 "
    "수아 수안 수연 수영 수정 수지 수진 수혁 수현 수호 수희 숙희 순재 슬기 슬아 승기 승룡 승민 승아 승연 승우 승원 "
    "승재 승준 승현 승호 승훈 승희 시아 시완 시우 시원 시윤 시은 시현 신비 신애 신영 신혜 아라 아름 아린 아영 아인 "
    "아중 여름 여정 연경 연수 연우 연재 연주 연지 연희 영광 영규 영남 영대 영미 영민 영선 영수 영숙 영식 영아 영애 "
    "영우 영은 영자 영재 영주 영준 영지 영진 영철 영하 영현 영호 영화 영훈 영희 예나 예린 예림 예슬 예원 예은 예인 "
    "예리 예준 예지 예진 옥빈 용준 용화 우빈 우석 우성 우식 우진 원빈 원영 원희 유나 유라 유리 유미 유빈 유영 유정 "
    "유주 유진 유찬 윤경 윤미 윤서 윤석 윤수 윤아 윤정 윤주 윤지 윤진 윤호 윤희 은경 은미 은별 은비 은빈 은서 은선 "
    "은성 은수 은숙 은아 은영 은우 은재 은정 은주 은지 은진 은채 은탁 은혜 은희 이경 이수 이안 이준 이진 인경 인국 "
    "인나 인성 인수 인숙 인아 인영 인하 인혜 인호 인환 재경 재민 재석 재영 재욱 재원 재윤 재이 재인 재준 재중 재현 "
    "재형 재호 재훈 재희 정민 정석 정수 정숙 정아 정연 정우 정원 정윤 정은 정인 정재 정현 정호 정화 정환 정훈 정희 "
    "제니 제훈 조이 종석 종혁 종현 종협 주연 주영 주원 주은 주현 주혁 주호 주희 준기 준서 준수 준열 준영 준우 준혁 "
    "준현 준형 준호 준희 중기 지민 지빈 지섭 지수 지숙 지아 지안 지연 지영 지예 지완 지용 지우 지욱 지운 지원 지유 "
    "지윤 지은 지인 지한 지현 지혁 지혜 지호 지환 지후 지훈 지희 진경 진구 진서 진석 진수 진아 진영 진우 진욱 진원 "
    "진주 진태 진혁 진희 찬미 찬열 찬영 찬우 창민 창석 창욱 창정 창훈 채린 채아 채연 채영 채원 채은 철민 철수 초아 "
    "초희 탄희 태경 태리 태민 태석 태양 태연 태영 태오 태우 태웅 태원 태윤 태준 태평 태현 태형 태호 태환 태희 하나 "
    "하늘 하니 하린 하늬 하선 하영 하윤 하은 하진 하준 하람 하율 학주 한나 한별 한솔 해경 해나 해림 해미 해수 해숙 "
    "해원 해인 해준 해진 향기 향미 혁수 현경 현민 현빈 현서 현석 현수 현숙 현승 현아 현영 현우 현욱 현재 현정 현주 "
    "현준 현지 현진 현철 현태 현호 현희 형민 형석 형식 형욱 형준 형진 혜교 혜나 혜란 혜리 혜림 혜민 혜빈 혜선 혜성 "
    "혜수 혜숙 혜연 혜영 혜원 혜윤 혜은 혜인 혜정 혜준 혜지 혜진 호영 호정 호준 호진 화영 효리 효린 효림 효민 효섭 "
    "효주 효진 효정 훈정 희경 희동 희란 희봉 희선 희수 희숙 희순 희애 희영 희원 희재 희정 희주 희준 희진".split()
)

_SYLLABLES: Final = frozenset("".join(GIVEN_NAMES))
_SOUND: Final = {char: sound.join(sound.of_hangul(char)) for char in _SYLLABLES | frozenset("".join(SURNAMES))}


def _sounds(names: frozenset[str]) -> frozenset[str]:
    return frozenset(sound.join([_SOUND[char] for char in name]) for name in names)


_SURNAME_SOUNDS: Final = _sounds(SURNAMES)
_GIVEN_SOUNDS: Final = _sounds(GIVEN_NAMES)
_SYLLABLE_SOUNDS: Final = _sounds(_SYLLABLES)


def is_surname(sounds: Iterable[str]) -> bool:
    """Say whether one of these sounds is a Korean family name."""
    return not _SURNAME_SOUNDS.isdisjoint(sounds)


def surname_length(name: str) -> int:
    """Return how many syllables of a full Hangul name are its family name; 0 where it is no full name."""
    if not 3 <= len(name) <= 5 or not all(map(is_syllable, name)):
        return 0
    return next((length for length in (2, 1) if len(name) - length >= 2 and name[:length] in SURNAMES), 0)


def is_common(name: str, sounds: Iterable[str]) -> bool:
    """Say whether a name is a given name in common use, with or without a family name in front of or behind it.

    ``name`` is the name in Hangul; ``sounds`` are the readings of one in Latin letters, without Hangul.
    """
    if name:
        return name in GIVEN_NAMES or any(given in GIVEN_NAMES for _, given in _in_hangul(name))
    return any(
        heard in _GIVEN_SOUNDS or any(given in _GIVEN_SOUNDS for given in _in_latin(heard)) for heard in sounds
    )


def is_possible(name: str, sounds: Iterable[str]) -> bool:
    """Say whether a name is built like a Korean name, of syllables that are used in names."""
    if name:
        return any(0 < len(given) <= 2 and _SYLLABLES.issuperset(given) for _, given in (("", name), *_in_hangul(name)))
    return any(_of_syllables(given) for heard in sounds for given in (heard, *_in_latin(heard)))


def _in_hangul(name: str) -> Iterator[tuple[str, str]]:
    for length in (1, 2):
        if name[:length] in SURNAMES:
            yield name[:length], name[length:]


def _in_latin(heard: str) -> Iterator[str]:
    """Yield what is left of a sound without a family name; a consonant may belong to both of them."""
    for at in range(1, len(heard)):
        if heard[:at] in _SURNAME_SOUNDS:
            yield heard[at:]
            yield heard[at - 1 :]
        if heard[at:] in _SURNAME_SOUNDS:
            yield heard[:at]


def _of_syllables(heard: str) -> bool:
    return heard in _SYLLABLE_SOUNDS or any(
        heard[:at] in _SYLLABLE_SOUNDS and (heard[at:] in _SYLLABLE_SOUNDS or heard[at - 1 :] in _SYLLABLE_SOUNDS)
        for at in range(1, len(heard))
    )
