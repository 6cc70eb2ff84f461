"""``/cast``, asked the way a fan asks it."""

from __future__ import annotations

import pytest


async def test_answers_who_plays_whom_in_the_first_lines(fan):
    answer = await fan.slash("cast", who="Seo I-jun")

    title, played_by, *_rest = answer.text.splitlines()
    assert title == "## Seo I-jun 서이준"
    assert "Yoon Ha-rin 윤하린" in played_by
    assert not answer.ephemeral


async def test_answers_in_the_language_of_the_client(korean_fan):
    answer = await korean_fan.slash("cast", who="Seo I-jun")

    assert answer.text.startswith("## 서이준\n")
    assert "주연" in answer.text


@pytest.mark.parametrize("typed", ["윤하린", "yoon ha", "Yoon-Ha", "서이준", "i-jun", "**Yoon Ha-rin**", "ㅅㅇㅈ"])
async def test_offers_the_same_member_first_under_every_spelling(fan, typed):
    offered = await fan.autocomplete("cast", "who", typed)

    assert offered[0].value == "seo-i-jun"


async def test_offers_names_in_the_script_that_the_fan_types(fan):
    latin = await fan.autocomplete("cast", "who", "yoon ha")
    hangul = await fan.autocomplete("cast", "who", "윤하")

    assert latin[0].name.startswith("Seo I-jun")
    assert hangul[0].name.startswith("서이준")


async def test_what_autocomplete_offers_is_what_the_command_accepts(fan):
    offered = await fan.autocomplete("cast", "who", "")

    assert len(offered) >= 5
    for choice in offered:
        assert not (await fan.slash("cast", who=choice.value)).ephemeral


async def test_nobody_named_shows_the_leads_with_their_characters_and_the_others_by_family(fan):
    answer = await fan.slash("cast")

    assert "Cast of Harbour Lights" in answer.text
    assert answer.text.index("Yoon Ha-rin as **Seo I-jun**") < answer.text.index("**Harbour people:** Noh Ga-eul")


async def test_every_list_of_the_cast_is_one_press_away(fan):
    answer = await fan.slash("cast")
    overview = answer.text
    supporting = (await fan.press(answer, "Supporting")).text
    guests = (await fan.press(answer, "Guests")).text

    assert "Noh Ga-eul 노가을 as **Ok Mi-rae 옥미래**" in supporting
    assert "Cha Dan-u 차단우" in guests
    assert (await fan.press(answer, "Cast")).text == overview


@pytest.mark.parametrize("typed", ["   ", " \u200b ", "\u2066\u2069", "😀😀", "…!?"])
async def test_text_without_a_letter_is_as_good_as_no_name(fan, typed):
    answer = await fan.slash("cast", who=typed)

    assert "Cast of Harbour Lights" in answer.text


async def test_a_fate_is_told_to_whom_has_seen_it(fan):
    early, late = [
        await fan.press(await fan.slash("cast", who="seo-i-jun", seen=seen), "Good to know") for seen in ("2", "3")
    ]

    assert "Busan" not in early.text
    assert "- Leaves for Busan on the night ferry." in late.text


async def test_a_part_that_gives_something_away_is_not_named(fan, harbour):
    hidden = next(member for member in harbour.members if member.after_episode and member.actor)
    answer = await fan.slash("cast", who=hidden.actor.latin)

    assert answer.text.startswith(f"## {hidden.actor.latin}")
    assert hidden.character.latin not in answer.text
    offered = await fan.autocomplete("cast", "who", hidden.character.latin)
    assert all(hidden.character.latin not in choice.name for choice in offered)


async def test_the_closest_relations_stand_on_the_card_and_lead_to_each_person(fan):
    answer = await fan.slash("cast", who="seo-i-jun")
    closest = answer.text
    relations = (await fan.press(answer, "Relationships")).text
    pressed = await fan.choose(answer, "1:go", "Seo Da-on · Bae I-an")

    assert "- Younger brother: **Seo Da-on**" in closest
    assert "Younger brother: **Seo Da-on 서다온**" in relations
    assert pressed.text.startswith("## Seo Da-on")
    assert pressed.edited


async def test_private_is_for_the_asker_only(fan):
    assert (await fan.slash("cast", private=True)).ephemeral


async def test_a_name_typed_in_any_script_is_suggested_in_that_script(fan, korean_fan):
    for typed in ("ユン", "윤하"):
        by_latin_reader, by_korean_reader = [
            (await reader.autocomplete("cast", "who", typed))[0].name for reader in (fan, korean_fan)
        ]
        assert by_latin_reader.split(" (")[0] == by_korean_reader.split(" (")[0]
        assert typed in by_latin_reader
        assert "Yoon Ha-rin" in by_latin_reader
        assert "윤하린" in by_korean_reader
