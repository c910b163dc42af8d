import pytest
from hypothesis import given
from hypothesis import strategies as st

from weefsel.kernel.text import one_line
from weefsel.people.names import search_form, search_words


def is_found(name: str, typed: str) -> bool:
    form = f" {search_form(name)}"
    return all(f" {word}" in form for word in search_words(typed))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Ayşe Yılmaz", "ayse yil"),
        ("Ryan O'Brien", "brien"),
        ("Ryan O’Brien", "o'bri"),
        ("Ryan O'Brien", "obrien"),
        ("Nadia El-Amrani", "amr nad"),
        ("Łukasz Nowak", "lukasz"),
        ("Sofie Van der Meersch", "der sof"),
        ("Zuivelcoöperatie", "ZUIVELCOOP"),
    ],
)
def test_a_person_is_found_by_the_beginning_of_any_word(name: str, typed: str) -> None:
    assert is_found(name, typed)


@pytest.mark.parametrize("typed", ["ofie", "sofie x", "meersch van x"])
def test_and_by_nothing_else(typed: str) -> None:
    assert not is_found("Sofie Van der Meersch", typed)


@given(name=st.text(st.characters(max_codepoint=0x24F), max_size=60))
def test_everybody_is_found_by_their_own_name(name: str) -> None:
    assert is_found(one_line(name), name)
