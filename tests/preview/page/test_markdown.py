"""Discord's Markdown on the preview page."""

from __future__ import annotations

from html.parser import HTMLParser
from time import tzset

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.preview.page.markdown import Markdown

LINK = '<a href="{0}" target="_blank" rel="noopener noreferrer nofollow">{1}</a>'
VEIL = (
    '<span class="spoiler"><button type="button" class="reveal" aria-label="Spoiler"></button>'
    "<span inert>{}</span></span>"
)
SIGNS = ["*", "**", "_", "__", "~~", "||", "`", "```", "[a](https://a)", "[", "](https://a)", "<", ">", "> ", ">>> "]
SIGNS += ["\n", "- ", "  - ", "1. ", "# ", "-# ", "\\", " ", "a", "&", '"', "<t:1:R>", "<@1>", "</a:1>", "https://x.y"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**bold** *slanted* _too_ __under__ ~~gone~~", ("<strong>bold</strong> <em>slanted</em> <em>too</em> "
         "<u>under</u> <s>gone</s>")),
        ("***both***", "<strong><em>both</em></strong>"),
        ("**강조**를 _기울임_이", "<strong>강조</strong>를 <em>기울임</em>이"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        (r"\*not\* \<b\>", "*not* &lt;b&gt;"),
        ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
        ("a\n\nb", "a<br><br>b"),
        ("# One #\n\n## Two\n### Three\n#tag", ('<h3 class="h1">One</h3><h4 class="h2">Two</h4>'
         '<h5 class="h3">Three</h5>#tag')),
        ("-# small *print*\nlarge", "<small>small <em>print</em></small>large"),
        ("- a\n  - b\n    more\n- c\nend", "<ul><li>a<ul><li>b<br>more</li></ul></li><li>c</li></ul>end"),
        ("- a\n  -# b\n- # c", '<ul><li>a<br><small>b</small></li><li><h3 class="h1">c</h3></li></ul>'),
        ("3. c\n4. d", '<ol start="3"><li>c</li><li>d</li></ol>'),
        ("> **a**\n> b\nc", "<blockquote><strong>a</strong><br>b</blockquote>c"),
        (">>> a\n- b", "<blockquote>a<br><ul><li>b</li></ul></blockquote>"),
        ("`a|b **c**` ``d`e``", "<code>a|b **c**</code> <code>d`e</code>"),
        ("```py\n**a**\n<b>\n```c", '<pre tabindex="0"><code>**a**\n&lt;b&gt;</code></pre>c'),
        ("||a **b**\nc||", VEIL.format("a <strong>b</strong><br>c")),
        ("||- a||", VEIL.format("- a")),
        ("[a *b*](https://c.d/e_(f))", LINK.format("https://c.d/e_(f)", "a <em>b</em>")),
        ("[https://good.example](https://evil.example)", "[" +
         LINK.format(*["https://good.example](https://evil.example)"] * 2)),
        ("[a](javascript:alert)", "[a](javascript:alert)"),
        ("(see https://a.b/c_d_e).", "(see " + LINK.format("https://a.b/c_d_e", "https://a.b/c_d_e") + ")."),
        ("<https://a.b>", LINK.format("https://a.b", "https://a.b")),
        ("<@1> <#2> <@!3> <@&4>", ('<span class="mention">@Ann</span> <span class="mention">#general</span> '
         '<span class="mention">@unknown</span> <span class="mention">@unknown</span>')),
        ("</cast who:5>", '<button type="button" class="mention" data-command="cast who">/cast who</button>'),
        ("<:anchor:12345>", ":anchor:"),
        ("<t:99999999999999:R>", "&lt;t:99999999999999:R&gt;"),
    ],
)  # fmt: skip
def test_markdown_is_rendered_as_in_discord(typed: str, shown: str) -> None:
    assert Markdown(names={1: "@Ann", 2: "#general"})(typed) == shown


@pytest.mark.parametrize(
    ("locale", "style", "shown"),
    [
        ("en-US", "t", "12:00 PM"),
        ("en-US", "F", "Saturday, March 30, 2024, 12:00 PM"),
        ("en-GB", "d", "30/03/2024"),
        ("de", "D", "30. März 2024"),
        ("ko", "f", "2024년 3월 30일 오후 12:00"),
        ("ko", "R", "3일 전"),
        ("ja", "S", "2024/03/30 12:00:00"),
    ],
)
def test_a_date_is_formatted_for_the_readers_locale(
    monkeypatch: pytest.MonkeyPatch, locale: str, style: str, shown: str
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    tzset()
    try:
        assert Markdown(locale, now=1711800000 + 3 * 86_400)(f"<t:1711800000:{style}>").striptags() == shown
    finally:
        monkeypatch.undo()
        tzset()


def test_every_locale_formats_every_style_of_date() -> None:
    locales = [str(locale) for locale in discord.Locale]
    assert len(locales) > 30
    for locale in locales:
        dates = [Markdown(locale)(f"<t:1711800000:{style}>") for style in "tTdDfFsSR"]
        assert all("<time" in date for date in dates)


class Tags(HTMLParser):
    """What is open, and every tag and attribute there was."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen |= {tag, *(name for name, _value in attrs)}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


TAGS = "strong em u s code pre span button a ul ol li h3 h4 h5 small blockquote time br"
ATTRIBUTES = "class type aria-label inert href target rel start tabindex datetime title data-command"


@given(st.lists(st.one_of(st.sampled_from(SIGNS), st.characters(codec="utf-8")), max_size=60).map("".join))
def test_any_text_yields_only_known_tags_and_each_is_closed(typed: str) -> None:
    tags = Tags()
    tags.feed(Markdown()(typed))
    tags.close()

    assert tags.open == []
    assert tags.seen <= {*TAGS.split(), *ATTRIBUTES.split()}


@pytest.mark.parametrize("sign", SIGNS)
def test_a_long_message_of_punctuation_is_rendered(sign: str) -> None:
    text = (sign * 4_000)[:4_000]
    assert isinstance(Markdown()(text), str)
