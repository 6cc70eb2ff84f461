"""Commands, components and forms of a real bot on the local Discord."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.preview.client.client import ActionUnavailable
from tests.preview.server.tiny_bot import NAMES, PNG, running
from tests.waiting import PatientDiscord, until


def is_awaited(local, clock, interaction):
    """Whether the bot has responded, and the client waits for what comes after the response."""
    finished = local.state.interactions[interaction.id].finished
    return interaction.response.is_done() and finished in clock.awaited


async def test_a_slash_command_is_answered_with_a_card(ann, bot):
    answer = await ann.slash("cast", who="Yoon Ha-rin")

    assert answer.text == "# Yoon Ha-rin all en-US\n-# Harbour Lights"
    assert list(answer.buttons) == ["Next", "Private copy", "Closed", "Write"]
    assert answer.links == {"Source": "https://example.org/source"}
    assert list(answer.selects) == ["Somebody else"]
    assert not answer.ephemeral
    assert not bot.errors


async def test_a_private_card_is_seen_only_by_its_reader(ann):
    assert (await ann.slash("cast", private=True)).ephemeral


async def test_the_bot_receives_the_locale_of_the_client(local, bot):
    assert (await local.client("Ann", locale="ko").slash("cast")).text.startswith("# everybody all ko")


async def test_autocomplete_suggests_matching_names(ann):
    assert await ann.autocomplete("cast", "who", "ha-") == [("Yoon Ha-rin", "yoon ha-rin")]
    assert len(await ann.autocomplete("cast", "who", "", private=True)) == len(NAMES)


async def test_a_choice_is_picked_by_its_localized_name(ann):
    assert "actor" in (await ann.slash("cast", part="Actor")).text


async def test_a_subcommand_is_used_by_its_path(ann):
    assert (await ann.slash("season second", year=2024)).text == "second of 2024"


async def test_a_press_edits_the_card_in_place(ann):
    answer = await ann.slash("cast")
    pressed = await ann.press(answer, "Next")

    assert pressed.edited
    assert pressed.text == answer.text == "# Next card\n-# Harbour Lights"
    assert pressed.message["id"] == answer.message["id"]
    assert pressed.message["edited_timestamp"]


async def test_somebody_else_gets_a_copy_that_only_they_see(ann, bea):
    answer = await ann.slash("cast")
    copy = await bea.press(answer, "Private copy")

    assert copy.ephemeral
    assert "For Bea" in copy.text
    assert "everybody" in answer.text
    with pytest.raises(ActionUnavailable, match="does not see"):
        await ann.press(copy, "Next")


async def test_choosing_from_a_menu_leads_to_another_card(ann):
    answer = await ann.slash("cast")

    assert "Seo I-jun" in (await ann.choose(answer, "Somebody else", "Seo I-jun")).text
    assert "Yoon Ha-rin" in (await ann.choose(answer, None, "Yoon Ha-rin")).text


async def test_a_form_is_filled_in_and_answered(ann):
    form = await ann.slash("ask")

    assert form.modal["title"] == "Your question"
    assert form.message is None
    answer = await ann.submit(form, {"About": "Seo I-jun", "Question": "Why?"})
    assert "Seo I-jun: Why?" in answer.text


async def test_a_form_opened_by_a_button_changes_the_card_it_came_from(ann):
    card = await ann.slash("cast")
    answer = await ann.submit(await ann.press(card, "Write"), {"About": NAMES[0], "Question": "Who?"})

    assert answer.edited
    assert "Who?" in card.text


@pytest.mark.parametrize("how", ["edit", "follow"])
async def test_a_deferred_answer_arrives(ann, how):
    answer = await ann.slash("slow", how=how)

    assert answer.deferred
    assert "After all" in answer.text
    assert not answer.failed


async def test_a_deferral_decides_whether_the_answer_is_private(ann):
    assert (await ann.slash("slow", how="follow", private=True)).ephemeral
    assert not (await ann.slash("slow", how="follow")).ephemeral


async def test_a_deferral_without_an_answer_fails(clock):
    async with PatientDiscord(clock=clock) as local, running(local) as bot:
        asking = asyncio.create_task(local.client("Ann").slash("slow", how="never"))
        await until(lambda: bot.seen and is_awaited(local, clock, bot.seen[0]))
        clock.advance(local.answer_timeout)
        answer = await asking

    assert answer.failed
    assert answer.deferred
    assert answer.message is None


async def test_a_deleted_deferral_is_no_failure(ann):
    answer = await ann.slash("slow", how="delete")

    assert not answer.failed
    assert answer.message is None


async def test_a_press_may_change_the_card_later(ann):
    card = await ann.slash("cast")

    assert (await ann.press_raw(card, "later")).edited
    assert "Changed later" in card.text


async def test_a_press_may_change_nothing(clock):
    async with PatientDiscord(clock=clock) as local, running(local) as bot:
        ann = local.client("Ann")
        card = await ann.slash("cast")
        pressing = asyncio.create_task(ann.press_raw(card, "nothing"))
        await until(lambda: len(bot.seen) == 2 and is_awaited(local, clock, bot.seen[1]))
        clock.advance(local.answer_timeout)
        nothing = await pressing

    assert not nothing.edited
    assert not nothing.failed


async def test_follow_ups_come_after_the_first_message(ann):
    answer = await ann.slash("more", times=2)
    await until(lambda: len(answer.followups) == 2)

    assert answer.text == "first"
    assert [one["content"] for one in answer.followups] == ["further 0", "further 1"]
    assert answer.followups[0]["message_reference"]["message_id"] == answer.message["id"]


async def test_a_picture_is_served_unchanged(ann):
    answer = await ann.slash("chart")

    [picture] = answer.attachments
    assert picture["description"] == "A rising line"
    assert (picture["width"], picture["height"]) == (320, 200)
    gallery = answer.message["components"][0]["components"][1]
    assert gallery["items"][0]["media"]["url"] == picture["url"]
    assert gallery["items"][0]["media"]["attachment_id"] == picture["id"]
    assert answer.message["attachments"] == []
    async with aiohttp.ClientSession() as browser, browser.get(picture["url"]) as response:
        assert response.content_type == "image/png"
        assert await response.read() == PNG


async def test_a_picture_stays_when_the_card_is_edited_with_it_and_goes_without(ann, local):
    answer = await ann.slash("chart")
    act, [picture] = answer.interaction, answer.attachments
    url = f"{local.api_url}/webhooks/{local.state.bot.id}/{act.token}/messages/@original"
    shown = [{"type": 12, "items": [{"media": {"url": "attachment://chart.png"}}]}]

    async with aiohttp.ClientSession() as rest:
        async with rest.patch(url, json={"components": shown}) as response:
            assert response.status == 200
        assert answer.message["components"][0]["items"][0]["media"]["url"] == picture["url"]
        async with rest.patch(url, json={"components": shown, "attachments": []}) as response:
            assert response.status == 400


async def test_menus_on_messages_and_people_are_answered(ann, bea):
    said = bea.say("is Harbour Lights over?")

    assert (await ann.menu("Answer this", said)).text == "You mean: is Harbour Lights over?"
    assert (await ann.menu("Who is this", bea)).text == "That is Bea"


async def test_an_option_takes_a_person(ann, bea):
    assert (await ann.slash("known", person=bea)).text == "Bea"


@pytest.mark.parametrize(
    ("where", "install"), [("guild", "guild"), ("guild", "user"), ("dm", "guild"), ("dm", "user"), ("private", "user")]
)
async def test_the_bot_answers_wherever_it_can_be_used(local, bot, where, install):
    ann = local.client("Ann", context=where, install=install)
    answer = await ann.slash("cast")

    assert (await ann.press(answer, "Next")).edited
    [command, press] = bot.seen
    assert command.context.guild is (where == "guild")
    assert command.context.private_channel is (where == "private")
    owners = {"guild": {0: ann.channel.guild.id if ann.channel.guild else 0}, "user": {1: ann.user.id}}[install]
    assert command._integration_owners == press._integration_owners == owners
    assert command.channel.id == press.channel.id == ann.channel.id
    assert command.user.name == "Ann"
    assert not bot.errors


async def test_a_press_keeps_the_authorization_of_the_command(local, bot):
    ann = local.client("Ann", install="user")
    await local.client("Bea", install="user").press(await ann.slash("cast"), "Next")

    assert bot.seen[1].user.name == "Bea"
    assert bot.seen[1]._integration_owners == {1: ann.user.id}


async def test_a_message_names_its_interaction(ann, bea, bot):
    card = await ann.slash("cast")
    copy = await bea.press(card, "Private copy")

    said = card.message["interaction_metadata"]
    assert (said["type"], said["user"]["id"]) == (2, str(ann.user.id))
    said = copy.message["interaction_metadata"]
    assert (said["type"], said["interacted_message_id"]) == (3, card.message["id"])
    form = await ann.press(card, "Write")
    answer = await ann.submit(form, {"About": NAMES[0], "Question": "Who?"})
    assert answer.interaction.message is card.shown
    assert bot.seen[-1].message.interaction_metadata.user.id == ann.user.id


async def test_a_user_installed_app_may_send_five_follow_ups(local, bot):
    answer = await local.client("Ann", install="user").slash("more", times=6)
    await until(lambda: bot.errors)

    assert len(answer.followups) == 5
    assert [error.code for error in bot.errors] == [40094]


async def test_a_button_works_after_the_bot_was_restarted(local):
    async with running(local):
        answer = await local.client("Ann").slash("cast")
    async with running(local, sync=False):
        assert (await local.client("Ann").press(answer, "Next")).edited


async def test_without_a_bot_an_interaction_fails(clock):
    async with PatientDiscord(clock=clock) as local:
        async with running(local):
            answer = await local.client("Ann").slash("cast")
        waiting = asyncio.create_task(local.client("Ann").press(answer, "Next"))
        await until(lambda: len(local.state.interactions) == 2)
        clock.advance(3)
        assert (await waiting).failed


async def test_an_answer_after_three_seconds_comes_too_late(clock):
    async with PatientDiscord(clock=clock) as local, running(local) as bot:
        waiting = asyncio.create_task(local.client("Ann").slash("late"))
        await until(lambda: bot.seen)
        clock.advance(3)
        answer = await waiting
        bot.go_on.set()
        await until(lambda: bot.errors)

    assert answer.failed
    assert [error.code for error in bot.errors] == [10062]


async def test_after_fifteen_minutes_an_answer_cannot_be_edited(clock):
    async with PatientDiscord(clock=clock) as local, running(local) as bot:
        waiting = asyncio.create_task(local.client("Ann").slash("late", defer=True))
        await until(lambda: bot.seen and is_awaited(local, clock, bot.seen[0]))
        clock.advance(15 * 60)
        await waiting
        bot.go_on.set()
        await until(lambda: bot.errors)

    assert [error.code for error in bot.errors] == [50027]


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("nonsense", {}),
        ("cast", {"whom": "x"}),
        ("cast", {"who": 3}),
        ("cast", {"private": "yes"}),
        ("cast", {"part": "director"}),
        ("slow", {}),
        ("season", {}),
        ("season third", {}),
        ("season second", {"year": 1999}),
        ("rule", {}),
        ("known", {"person": "Bea"}),
    ],
)
async def test_invalid_option_values_cannot_be_sent(ann, local, command, options):
    before = len(local.transcript)
    with pytest.raises(ActionUnavailable):
        await ann.slash(command, **options)

    assert len(local.transcript) == before


@pytest.mark.parametrize("button", ["Closed", "Source", "Nowhere"])
async def test_disabled_buttons_and_links_cannot_be_pressed(ann, button):
    answer = await ann.slash("cast")
    with pytest.raises(ActionUnavailable):
        await ann.press(answer, button)


@pytest.mark.parametrize(
    "values",
    [{}, {"About": NAMES[0]}, {"About": "Nobody", "Question": "?"}, {"About": NAMES[0], "Question": "?" * 51}],
)
async def test_an_incomplete_form_cannot_be_submitted(ann, values):
    form = await ann.slash("ask")
    with pytest.raises(ActionUnavailable):
        await ann.submit(form, values)


@pytest.mark.parametrize(("where", "install"), [("dm", "guild"), ("guild", "user"), ("private", "guild")])
async def test_a_command_is_available_only_in_its_contexts(local, bot, where, install):
    with pytest.raises(ActionUnavailable):
        await local.client("Ann", context=where, install=install).slash("here")


async def test_people_see_only_their_own_direct_messages(local, bot):
    answer = await local.client("Ann", context="dm").slash("cast")
    with pytest.raises(ActionUnavailable):
        await local.client("Bea").press(answer, "Next")


async def test_a_forged_press_reaches_the_bot(ann):
    answer = await ann.slash("cast")

    assert (await ann.press_raw(answer, "no such button")).text == "Nothing is called no such button"


async def test_changes_are_published_as_events(ann, local):
    with local.state.subscribe() as events:
        answer = await ann.slash("cast")
        await ann.press(answer, "Next")
        told = []
        async for event in events:
            told.append(type(event).__name__)
            if told[-1] == "MessageEdited":
                break

    assert told == ["InteractionChanged", "MessageCreated", "InteractionChanged", "InteractionChanged", "MessageEdited"]
