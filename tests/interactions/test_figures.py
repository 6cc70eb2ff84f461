"""``/ratings``, ``/season2``, ``/show`` and ``/help``."""

from __future__ import annotations


async def test_ratings_begin_with_the_finale_and_its_places(fan, harbour):
    last = max(harbour.ratings, key=lambda rating: rating.episode)
    answer = await fan.slash("ratings")

    _title, finale, *rest = answer.text.splitlines()
    assert f"{last.nationwide}%" in finale
    assert any("No. " in line for line in rest[:2])


async def test_the_figures_of_every_episode_stand_as_text_behind_a_button(fan, harbour):
    figures = await fan.press(await fan.slash("ratings"), "All episodes")

    for rating in harbour.ratings:
        assert f"**{rating.nationwide:g}%**" in figures.text


async def test_an_episode_keeps_its_plot_behind_a_button_and_leads_to_its_neighbours(fan, harbour):
    second = harbour.episodes[1]
    answer = await fan.slash("ratings", episode="ep. 2")
    assert second.hint in answer.text
    assert second.synopsis not in answer.text
    assert {"Episode 1", "Episode 3"} <= set(answer.buttons)
    story = await fan.press(answer, "Story (spoiler)")
    assert story.ephemeral
    assert second.synopsis in story.text
    assert "||" not in story.text


async def test_season_two_begins_with_the_verdict_and_how_old_it_is(fan, harbour):
    answer = await fan.slash("season2")

    lines = answer.text.splitlines()
    assert harbour.verdict.text in lines[1]
    assert any("February 20, 2025 (<t:" in line for line in lines)
    assert "Official:" in answer.text


async def test_who_said_what_is_newest_first_with_its_level(fan, harbour):
    seen = await fan.press(await fan.slash("show", seen="everything"), "Season 2")
    history = await fan.press(seen, "Who said what")
    told = [line for line in history.text.splitlines() if line.startswith("- **")]
    opinions = await fan.press(history, "Opinions and rumors")
    others = [line for line in opinions.text.splitlines() if line.startswith("- **")]

    assert len(told) + len(others) == len(harbour.statements)
    newest = max((one for one in harbour.statements if one.is_report), key=lambda one: one.date)
    assert newest.who in told[0]
    assert f"· {newest.level} ·" in told[0]


async def test_the_show_at_a_glance_leads_to_all_other_cards(fan):
    answer = await fan.slash("show")

    assert {"Cast", "Soundtrack", "Ratings", "Season 2", "Crew", "Locations"} <= set(answer.buttons)


async def test_help_mentions_commands_that_can_be_clicked(fan, running):
    answer = await fan.slash("help")

    for name in ("cast", "ost", "ratings", "season2", "show"):
        assert f"</{name}:" in answer.text
    assert answer.links["Report a mistake"] == "https://example.org/report"
