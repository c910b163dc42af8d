"""What is typed is kept, less what only misleads or breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weefsel.kernel.html import clean_html
from weefsel.kernel.refusals import Invalid
from weefsel.kernel.text import checked, one_line, plain
from weefsel.kernel.topics import TOPIC_MAX, topic_form, without_accents


def test_null_bytes_and_bidirectional_overrides_go_and_words_stay() -> None:
    assert plain("a\x00b\u202egnp.exe\u202c c\r\nd") == "abgnp.exe c\nd"


def test_right_to_left_words_and_emoji_stay_as_they_were_typed() -> None:
    assert plain("שלום 👩‍🔧 مرحبا") == "שלום 👩‍🔧 مرحبا"


def test_a_text_that_is_too_long_is_refused_with_both_numbers() -> None:
    with pytest.raises(Invalid) as refusal:
        checked("body", "x" * 11, longest=10)
    assert "11" in str(refusal.value.fields["body"])
    assert "10" in str(refusal.value.fields["body"])


def test_blanks_alone_are_nothing_written() -> None:
    with pytest.raises(Invalid):
        checked("body", " \n\x00 ", longest=10, required=True)


@given(st.text())
def test_a_line_is_one_line_without_blanks_at_its_ends(text: str) -> None:
    line = one_line(text)
    assert "\n" not in line
    assert line == line.strip()
    assert one_line(line) == line


@given(st.text())
def test_cleaned_html_carries_no_script_handler_or_foreign_scheme(text: str) -> None:
    hostile = f'<script>{text}</script><p onclick="x">{text}<a href="javascript:x">y</a><img src=x onerror=y></p>'
    cleaned = clean_html(hostile)
    for bad in ("<script", "onclick=", "<img", 'href="javascript'):
        assert bad not in cleaned.lower()
    assert clean_html(cleaned) == cleaned


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("#Weft bars", "weft-bars"),
        ("weft-bars", "weft-bars"),
        ("Zuivelcoöperatie", "zuivelcooperatie"),
        ("ÉTÉ", "ete"),
        ("--", ""),
        ("a" * 100, "a" * TOPIC_MAX),
    ],
)
def test_a_topic_has_one_normal_form(typed: str, form: str) -> None:
    assert topic_form(typed) == form


@given(st.text())
def test_the_normal_form_of_a_topic_is_its_own_normal_form(text: str) -> None:
    assert topic_form(topic_form(text)) == topic_form(text)


def test_names_are_compared_without_accents_and_case() -> None:
    assert without_accents("Ayşe Öztürk") == "ayse ozturk"
