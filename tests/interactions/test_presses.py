"""Buttons and selects: of any age, by anybody, after any restart."""

from __future__ import annotations


async def test_the_asker_turns_the_card_in_place(fan):
    answer = await fan.slash("ost")
    pressed = await fan.press(answer, "Cast")

    assert pressed.edited
    assert "Cast of Harbour Lights" in pressed.text


async def test_somebody_else_gets_a_private_copy_in_the_own_language(fan, korean_fan):
    answer = await fan.slash("ost")
    copy = await korean_fan.press(answer, "Cast")

    assert copy.ephemeral
    assert not copy.edited
    assert "출연진" in copy.text
    assert "Soundtrack of Harbour Lights" in answer.text


async def test_a_private_copy_turns_in_place_for_its_owner(fan, korean_fan):
    copy = await korean_fan.press(await fan.slash("ost"), "Cast")
    turned = await korean_fan.press(copy, "작품 정보")

    assert turned.edited
    assert "항구의 불빛" in turned.text


async def test_a_button_from_before_a_restart_still_works(fan, running):
    answer = await fan.slash("cast", who="seo-i-jun")
    await running.stop()
    await running.start()
    pressed = await fan.press(answer, "Cast")

    assert pressed.edited
    assert "Cast of Harbour Lights" in pressed.text


async def test_a_choice_from_the_select_opens_that_card(fan):
    answer = await fan.slash("ost")
    select = next(iter(answer.selects.values()))
    option = select["options"][0]
    chosen = await fan.choose(answer, None, option["label"])

    assert chosen.edited
    assert option["label"].split(" · ")[0] in chosen.text.splitlines()[0].replace("\\", "")


async def test_the_sources_of_a_card_are_all_one_press_away_and_say_how_sure_they_are(fan):
    answer = await fan.slash("cast", who="seo-i-jun")
    sources = await fan.press(answer, "Sources")

    assert "**confirmed**" in sources.text
    assert "**one source**" in sources.text
    back = await fan.press(sources, "Back")
    assert back.text == answer.text


async def test_an_address_that_no_longer_exists_is_a_private_card_that_says_so(fan):
    answer = await fan.slash("cast")
    for forged in (
        "1:cast/nobody",
        "1:nowhere",
        "2:cast",
        "x",
        "1:cast/../show",
        "1:sources",
        "1:" + "a/" * 48,
    ):
        pressed = await fan.press_raw(answer, forged)

        assert pressed.ephemeral, forged
        assert "no longer exists" in pressed.text


async def test_pages_lead_forth_and_back(fan):
    answer = await fan.slash("cast", who="seo-i-jun")
    sources = await fan.press(answer, "Sources")
    if "Next" in sources.buttons:
        second = await fan.press(sources, "Next")
        assert (await fan.press(second, "Previous")).text == sources.text
