"""Renders Discord's Markdown as safe HTML: everything that is not markup is escaped.

Discord's dialect differs a lot from CommonMark (line breaks, ``__underline__``, spoilers, subtext, timestamps),
so it has its own rules. At each position the first matching rule wins, as in Discord's client. The content of
a match is parsed again with the rules that are allowed inside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal

from babel import Locale
from babel.dates import format_date, format_time, format_timedelta
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_BLOCKS = {
    "heading": r"^ *(?P<level>#{1,3})[ \t]+(?P<title>[^\n]+?)[ #]*(?:\n\s*|\Z)",
    "small": r"^-#[ \t]+(?P<small_text>[^\n]+)(?:\n|\Z)",
    "quote": r"^ *>>> +(?P<rest>.+)|(?P<quoted>(?:^ *>(?:[ ][^\n]*)?(?:\n|\Z))+)",
    "listing": r"(?:^ *(?:[-*]|\d{1,9}\.) +[^\s][^\n]*(?:\n|\Z)(?:^ {2,}(?! *(?:[-*]|\d{1,9}\.) )[^\n]+(?:\n|\Z))*)+",
}
_INLINE = {
    "literal": r"\\(?P<sign>[^0-9A-Za-z\s])",
    "fence": r"```(?:[\w+.#-]+\n)?\n*(?P<fenced>.*?[^\n].*?)\n*```\n?",
    "code": r"(?P<ticks>`+)(?P<coded>.*?[^`])(?P=ticks)(?!`)",
    "spoiler": r"\|\|(?P<hidden>.+?)\|\|",
    "masked": r"\[(?P<shown>(?:(?!://)[^\[\]\n])+)\]\(<?(?P<target>https?://[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?"
    r"(?:[ ]+[\"'][^\"'\n]*[\"'])?\)",
    "angled": r"<(?P<angled_url>https?://[^\s<>]+)>",
    "url": r"https?://[^\s<]*[^\s<.,:;\"'\]|*_~]",
    "strong": r"\*\*(?P<strong_text>(?:\\.|[^\\])+?)\*\*(?!\*)",
    "underline": r"__(?P<underline_text>(?:\\.|[^\\])+?)__(?!_)",
    "strike": r"~~(?P<strike_text>.+?)~~",
    "emphasis": r"\*(?=\S)(?P<star>(?:\*\*|\\.|\s+(?:\\.|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)"
    r"|(?a:\b)_(?P<low>(?:__|\\.|[^\\_])+?)_(?a:\b)",
    "date": r"<t:(?P<unix>-?\d{1,12})(?::(?P<style>[tTdDfFsSR]))?>",
    "command": r"</(?P<command_name>[^:<>/\n]{1,98}):\d+>",
    "mention": r"<(?P<kind>@[!&]?|\#)(?P<id>\d{1,20})>",
    "emoji": r"<a?:(?P<emoji_name>\w{2,32}):\d+>",
}


Without = frozenset[str]
"""Rules that are disabled in a context, such as blocks inside a line, or bold inside bold."""
_ANYWHERE: Without = frozenset()
_IN_LINE: Without = frozenset(_BLOCKS)
_IN_LIST: Without = frozenset({"quote", "listing"})


@cache
def _rules(without: Without) -> re.Pattern[str]:
    """Return one pattern of all enabled rules; its last group is the name of the rule that matched."""
    named = (f"(?P<{name}>{rule})" for name, rule in (_BLOCKS | _INLINE).items() if name not in without)
    return re.compile("|".join(named), re.DOTALL | re.MULTILINE)


_LISTED = re.compile(r"(?P<indent> *)(?P<bullet>[-*]|\d+\.) +(?P<text>.*)")
_UNITS: tuple[tuple[Literal["year", "month", "day", "hour", "minute", "second"], int], ...] = (
    ("year", 31_536_000),
    ("month", 2_592_000),
    ("day", 86_400),
    ("hour", 3_600),
    ("minute", 60),
    ("second", 1),
)
"""Units of relative times, in seconds."""


@dataclass(frozen=True)
class Markdown:
    """Renders Markdown for one reader.

    ``names`` maps the ids of users, roles and channels to what a mention shows (``@Ann``, ``#general``).
    ``now`` (seconds since 1970) is the reference of relative times. ``spoiler_label`` is the accessible name of
    a closed spoiler.
    """

    locale: str = "en-US"
    names: Mapping[int, str] = field(default_factory=dict[int, str])
    now: float = 0
    spoiler_label: str = "Spoiler"

    def __call__(self, text: str) -> Markup:
        """Return Markdown as HTML."""
        return self._parse(text, _ANYWHERE)

    @cached_property
    def _babel(self) -> Locale:
        return Locale.parse(self.locale, sep="-")

    @cached_property
    def _renderers(self) -> dict[str, Callable[[re.Match[str], Without], Markup]]:
        return {
            "heading": self._heading,
            "small": lambda m, _: Markup("<small>{}</small>").format(self._parse(m["small_text"], _IN_LINE)),
            "quote": self._quote,
            "listing": lambda m, _: self._list(m[0].splitlines()),
            "literal": lambda m, _: escape(m["sign"]),
            "fence": lambda m, _: Markup('<pre tabindex="0"><code>{}</code></pre>').format(m["fenced"]),
            "code": lambda m, _: Markup("<code>{}</code>").format(m["coded"].strip()),
            "spoiler": self._spoiler,
            "masked": lambda m, without: _link(m["target"], self._parse(m["shown"], without | {"masked"})),
            "angled": lambda m, _: _link(m["angled_url"], escape(m["angled_url"])),
            "url": self._url,
            "strong": lambda m, without: self._wrapped("strong", m["strong_text"], without | {"strong"}),
            "underline": lambda m, without: self._wrapped("u", m["underline_text"], without | {"underline"}),
            "strike": lambda m, without: self._wrapped("s", m["strike_text"], without | {"strike"}),
            "emphasis": lambda m, without: self._wrapped("em", m["star"] or m["low"], without | {"emphasis"}),
            "date": self._date,
            "command": self._command,
            "mention": self._mention,
            "emoji": lambda m, _: escape(f":{m['emoji_name']}:"),
        }

    def _parse(self, text: str, without: Without) -> Markup:
        parts: list[Markup] = []
        end = 0
        for match in _rules(without).finditer(text):
            parts += [_plain(text[end : match.start()]), self._renderers[match.lastgroup or ""](match, without)]
            end = match.end()
        return Markup("").join([*parts, _plain(text[end:])])

    def _wrapped(self, tag: str, text: str, without: Without) -> Markup:
        return Markup("<{0}>{1}</{0}>").format(tag, self._parse(text, without | _IN_LINE))

    def _heading(self, match: re.Match[str], _without: Without) -> Markup:
        # The page uses levels 1 and 2, so headings in messages start at level 3.
        level = len(match["level"])
        heading = Markup('<h{0} class="h{1}">{2}</h{0}>')
        return heading.format(level + 2, level, self._parse(match["title"], _IN_LINE))

    def _quote(self, match: re.Match[str], without: Without) -> Markup:
        text = match["rest"] or re.sub(r"^ *> ?", "", match["quoted"].removesuffix("\n"), flags=re.MULTILINE)
        return Markup("<blockquote>{}</blockquote>").format(self._parse(text, without | {"quote"}))

    def _list(self, lines: Sequence[str]) -> Markup:
        """Render lines that start with a bullet; deeper lines belong to the bullet above them."""
        found: list[tuple[str, list[str]]] = []
        margin = len(lines[0]) - len(lines[0].lstrip())
        for line in lines:
            bullet = _LISTED.fullmatch(line)
            if bullet and (len(bullet["indent"]) <= margin or not found):
                found.append((bullet["text"], []))
            else:
                found[-1][1].append(line)
        rows = [Markup("<li>{}</li>").format(self._row(text, below)) for text, below in found]
        number = lines[0].strip().partition(".")[0]
        if number.isdecimal():
            return Markup('<ol start="{}">{}</ol>').format(int(number), Markup("").join(rows))
        return Markup("<ul>{}</ul>").format(Markup("").join(rows))

    def _row(self, text: str, below: Sequence[str]) -> Markup:
        """Render the content of a bullet: its text, and a nested list if there is one."""
        start = next((index for index, line in enumerate(below) if _LISTED.fullmatch(line)), len(below))
        shown = self._parse("\n".join([text, *map(str.strip, below[:start])]), _IN_LIST)
        return shown + (self._list(below[start:]) if below[start:] else Markup(""))

    def _spoiler(self, match: re.Match[str], without: Without) -> Markup:
        spoiler = Markup(
            '<span class="spoiler"><button type="button" class="reveal" aria-label="{}"></button>'
            "<span inert>{}</span></span>"
        )
        return spoiler.format(self.spoiler_label, self._parse(match["hidden"], without | _IN_LINE | {"spoiler"}))

    def _url(self, match: re.Match[str], _without: Without) -> Markup:
        """Link a bare URL; a closing bracket at its end is part of it only if it was opened inside."""
        url = match[0]
        closing = len(url) - len(url.rstrip(")"))
        spare = min(closing, max(0, url.count(")") - url.count("(")))
        address = url[: len(url) - spare]
        return _link(address, escape(address)) + escape(url[len(address) :])

    def _date(self, match: re.Match[str], _without: Without) -> Markup:
        try:
            moment = datetime.fromtimestamp(int(match["unix"]), UTC).astimezone()
        except (OverflowError, ValueError, OSError):
            return escape(match[0])
        shown = Markup('<time datetime="{}" title="{}">{}</time>')
        return shown.format(moment.isoformat(), self._moment(moment, "F"), self._moment(moment, match["style"] or "f"))

    def _moment(self, moment: datetime, style: str) -> str:
        """Format a time in one of Discord's nine timestamp styles."""
        locale = self._babel
        match style:
            case "t" | "T":
                return self._clock(moment, "short" if style == "t" else "medium")
            case "d" | "D":
                return format_date(moment, "short" if style == "d" else "long", locale=locale)
            case "s" | "S":
                clock = self._clock(moment, "short" if style == "s" else "medium")
                return f"{format_date(moment, 'short', locale=locale)} {clock}"
            case "R":
                return self._relative(moment.timestamp() - self.now)
            case _:
                pattern = locale.datetime_formats["full" if style == "F" else "long"]
                day = format_date(moment, "full" if style == "F" else "long", locale=locale)
                return _joined(str(pattern), day, self._clock(moment, "short"))

    def _clock(self, moment: datetime, width: Literal["short", "medium"]) -> str:
        """Format the time of day with the day period written out (``오후``), as browsers do."""
        pattern = str(self._babel.time_formats[width]).replace("a", "aaaa")
        return format_time(moment, pattern, locale=self._babel)

    def _relative(self, seconds: float) -> str:
        unit, length = next((u for u in _UNITS if abs(seconds) >= u[1]), _UNITS[-1])
        whole = round(seconds / length) * length
        return format_timedelta(whole, granularity=unit, threshold=99, add_direction=True, locale=self._babel)

    def _command(self, match: re.Match[str], _without: Without) -> Markup:
        name = match["command_name"]
        return Markup('<button type="button" class="mention" data-command="{0}">/{0}</button>').format(name)

    def _mention(self, match: re.Match[str], _without: Without) -> Markup:
        unknown = "#unknown" if match["kind"] == "#" else "@unknown"
        return Markup('<span class="mention">{}</span>').format(self.names.get(int(match["id"]), unknown))


def _plain(text: str) -> Markup:
    return Markup("<br>").join(text.split("\n"))


def _link(target: str, shown: Markup) -> Markup:
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer nofollow">{}</a>').format(target, shown)


def _joined(pattern: str, day: str, clock: str) -> str:
    """Fill Babel's date-time pattern: ``{1}`` is the date, ``{0}`` the time, and letters are quoted."""
    return re.sub(r"'([^']*)'", r"\1", pattern).replace("{0}", clock).replace("{1}", day)
