"""Names and dates are written as the reader writes them, on every card and in every button and alt text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.records import Name
from tests.cards.walking import reader, walked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records import Show

ISO_DATE = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
LINK = re.compile(r"\]\(<?[^)]*>?\)")
MARKUP = re.compile(r"[*|\\]|-# ")


def parts(value: Any) -> Iterator[Any]:
    """Every value in a record, itself included. A name is not taken apart."""
    yield value
    if isinstance(value, msgspec.Struct) and not isinstance(value, Name):
        yield from parts([getattr(value, field) for field in value.__struct_fields__])
    elif isinstance(value, dict):
        yield from parts(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from parts(one)


@pytest.mark.parametrize("which", ["show", "harbour"])
def test_a_korean_card_has_no_name_in_latin_letters_that_has_a_korean_form_and_no_iso_date(
    which: str, request: pytest.FixtureRequest
) -> None:
    show: Show = request.getfixturevalue(which)
    korean = reader(show, "ko")
    facts = list(parts(korean.library.show))
    names = {one.latin for one in facts if isinstance(one, Name) and one.in_language("ko") != one.latin}
    prose = [MARKUP.sub("", one) for one in facts if isinstance(one, str) and any(name in one for name in names)]
    prose += [track.title.latin for track in korean.library.show.tracks]  # a song's card shows its international title
    latin = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in sorted(names, key=len)[::-1]))

    lines, wrong = 0, list[str]()
    for address, card in walked(korean).items():
        for text in [*card.texts, *card.unbarred]:
            for line in text.split("\n"):
                lines += 1
                shown = MARKUP.sub("", LINK.sub("]", line))
                # What the facts themselves say in Korean may call somebody by a Latin name.
                named_in_latin = latin.search(shown) and not any(said in shown for said in prose)
                if named_in_latin or ISO_DATE.search(shown):
                    wrong.append(f"{address}: {line}")

    assert len(names) > 10
    assert lines > 500
    assert wrong == []
