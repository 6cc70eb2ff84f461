"""``/ost``: the soundtrack, and one track."""

from __future__ import annotations


async def test_the_soundtrack_is_a_list_of_titles_and_singers_with_the_timeline_behind_a_button(fan, harbour):
    answer = await fan.slash("ost")

    assert "1. **\\*Low\\* Tide** · Saltwind" in answer.text
    assert "Jan 5, 2025" in (await fan.press(answer, "Timeline")).text


async def test_a_track_says_who_sings_it_in_the_second_line(fan, harbour):
    track = next(track for track in harbour.tracks if track.singer and track.release)
    singer = next(singer for singer in harbour.singers if singer.key == track.singer)
    answer = await fan.slash("ost", track=track.title.latin)

    title, sung_by, *_rest = answer.text.splitlines()
    assert track.title.latin in title.replace("\\", "")
    assert singer.name.latin in sung_by


async def test_who_reads_another_title_sees_the_international_one_as_well(korean_fan, harbour):
    track = next(track for track in harbour.tracks if track.singer and track.title.scripts)
    answer = await korean_fan.slash("ost", track=track.key)

    assert track.title.scripts["ko"] in answer.text
    assert track.title.latin in answer.text.replace("\\", "")


async def test_a_track_leads_to_music_services_and_to_its_singer(fan, harbour):
    track = next(track for track in harbour.tracks if track.kind == "song" and track.singer)
    answer = await fan.slash("ost", track=track.key)

    assert {"Spotify", "YouTube Music", "Melon"} <= set(answer.links)
    assert any("More by" in label for label in answer.buttons)


async def test_what_is_not_known_of_a_track_is_said(fan, harbour):
    track = next(track for track in harbour.tracks if track.unknown)

    assert "Not known: " in (await fan.slash("ost", track=track.key)).text


async def test_a_disc_that_is_known_in_part_says_how_much_of_it(fan, harbour):
    disc = harbour.discs[0]
    album = await fan.press(await fan.slash("ost"), "Album")
    answer = await fan.press(album, disc.name)

    assert f"{len(disc.listing)} of {disc.total}" in answer.text
