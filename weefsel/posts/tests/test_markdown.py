"""What somebody typed becomes clean HTML, whatever it was."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from weefsel.kernel.actor import Eye
from weefsel.kernel.html import clean_html
from weefsel.posts.markdown import Called, Named, draw, for_eye, people_in, read
from weefsel.posts.terms import CALLS_MAX, TOPICS_MAX

ANN = Called(7, "Ann <Peeters>", "/people/ann.peeters/")
QUALITY = Called(3, "Quality", "/communities/quality/")
KNOWN = Named({"ann.peeters": ANN, "ann": ANN}, {"quality": QUALITY})

SIGNS = [
    *"@#*_`~[]()<>!|\\\n-+.:/&;\"'= 1a",
    "@ann",
    "@quality",
    "#topic",
    "<script>",
    "javascript:alert(1)",
    "https://a.be/",
    "```",
    "| a |\n|-|\n",
    "&#x3c;",
    "<a href='x' onclick='y'>",
    "data-mention",
    "\u202e",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(SIGNS), max_size=60).map("".join))


def html_of(text: str, named: Named = KNOWN) -> str:
    return draw(read(text), named).html


class Tags(HTMLParser):
    """Every tag opened is closed in order; notes tags and attributes."""

    VOID = ("br", "hr")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes.update(name for name, _value in attrs)
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


def tags_of(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    tags.close()
    return tags


@given(TEXTS)
@example("![](javascript:alert(1))")
@example("[a](data:text/html,x)")
@example("<a data-mention='7' href='/people/bob/'>@ann</a>")
@example("**a *b** c*")
@example("@ann@quality#topic#topic")
def test_any_text_becomes_clean_balanced_html(text: str) -> None:
    html = html_of(text)
    tags = tags_of(html)
    assert not tags.open
    assert not tags.seen & {"script", "style", "img", "iframe", "h1", "h2", "input"}
    assert not [name for name in tags.attributes if name.startswith("on") or name == "style"]
    schemes = {address.split(":", 1)[0] for address in tags.addresses if ":" in address.split("/", 1)[0]}
    assert schemes <= {"http", "https", "mailto"}
    assert clean_html(html) == html


@given(TEXTS)
def test_no_outsider_learns_a_name_that_is_not_shown(text: str) -> None:
    html = html_of(text.replace("Peeters", ""))
    outside = for_eye(html, Eye.OUTSIDE, set())
    assert "Peeters" not in outside
    assert "/people/" not in outside
    assert for_eye(html, Eye.OUTSIDE, {7}) == html == for_eye(html, Eye.INSIDE, ())


def test_people_communities_and_topics_are_linked() -> None:
    drawn = draw(read("Hi @ann.peeters, ask @quality about #weft-bars. #Café"), KNOWN)
    assert '<a class="mention" data-mention="7" href="/people/ann.peeters/"' in drawn.html
    assert ">@Ann &lt;Peeters&gt;</a>," in drawn.html
    assert 'href="/communities/quality/"' in drawn.html
    assert 'data-topic="cafe" href="/topics/cafe/"' in drawn.html
    assert (set(drawn.person_ids), set(drawn.community_ids)) == ({7}, {3})
    assert drawn.topics == {"weft-bars": "weft-bars", "cafe": "Café"}
    assert people_in(drawn.html) == {7}


@pytest.mark.parametrize(
    "text",
    [
        "`@ann #topic`",
        "```\n@ann #topic\n```",
        "    @ann #topic",
        "[@ann #topic](https://a.be)",
        "mail me@ann.be",
        "https://a.be/@ann#topic",
        "a@ann",
        r"\@ann and \#topic",
        "#42",
        "@nobody",
        "&#64;ann",
    ],
)
def test_what_is_code_link_or_address_calls_nobody(text: str) -> None:
    drawn = draw(read(text), KNOWN)
    assert not drawn.person_ids
    assert not drawn.topics
    assert "mention" not in drawn.html


def test_headings_stand_below_those_of_the_page() -> None:
    html = html_of("# a\n## b\n### c\n###### d")
    assert [tag in html for tag in ("<h3>a</h3>", "<h4>b</h4>", "<h5>c</h5>", "<h5>d</h5>")] == [True] * 4


def test_tables_lists_quotes_code_and_lines_are_drawn() -> None:
    html = html_of("one\ntwo\n\n> said\n\n1. a\n\n|a|b|\n|-|-:|\n|1|2|\n\n```py\nx = 1 < 2\n```\n~~no~~")
    for part in (
        "one<br>",
        "<blockquote>",
        "<ol>",
        '<td align="right">2</td>',
        'class="language-py"',
        "1 &lt; 2",
        "<s>",
    ):
        assert part in html


def test_html_is_shown_as_it_was_typed() -> None:
    assert html_of("<script>alert(1)</script><b onclick=x>") == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;&lt;b onclick=x&gt;</p>\n"
    )


def test_pictures_are_links_and_links_follow_no_one() -> None:
    html = html_of("![a loom](https://a.be/x.png) https://b.be")
    assert '<a href="https://a.be/x.png" rel="noopener nofollow ugc">a loom</a>' in html
    assert 'href="https://b.be" rel="noopener nofollow ugc"' in html


def test_no_more_signs_become_links_than_may() -> None:
    reading = read("@ann " * 10_000)
    assert reading.call_count == 10_000
    assert draw(reading, KNOWN).html.count("data-mention") == CALLS_MAX
    assert len(read(" ".join(f"#topic{n}" for n in range(100))).topics) == TOPICS_MAX


@pytest.mark.parametrize("sign", ["[", "*a ", "> ", "`", "@a ", "#ab ", "![](", "<", "**a*_", "(", "- ", "a|"])
def test_forty_thousand_signs_are_drawn(sign: str) -> None:
    assert not tags_of(html_of(sign * (40_000 // len(sign)))).open


@pytest.mark.parametrize("sign", ["[", "![", "[](", "|a|b|c\n|-|-|-\n" + "|" * 200 + "\n"])
def test_thousands_of_brackets_or_cells_are_plain_signs_and_nothing_is_lost(sign: str) -> None:
    text = (sign * 40_000)[:40_000]
    drawn = draw(read(text)).html
    assert "<a " not in drawn
    assert "<table" not in drawn
    assert drawn.count(sign[0]) == text.count(sign[0])


def test_as_many_links_as_people_write_are_links() -> None:
    assert draw(read("[a](https://x.example) " * 500)).html.count("<a ") == 500
