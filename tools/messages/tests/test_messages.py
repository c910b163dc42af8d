"""Texts are gathered, kept, compiled and judged."""

import gettext
from pathlib import Path

import pytest

from tools.messages.__main__ import main
from tools.messages.catalogues import path_of
from tools.messages.judging import faults
from tools.messages.sources import gathered

PYTHON = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext, pgettext
_("Write a post")
gettext_lazy("Found by %(name)s")
ngettext("One reply", "%(count)s replies", 2)
pgettext("a day", "today")
"""
TEMPLATE = """
{# A page. Takes: card. #}
  {% if card %}
    <p title="{% translate "Its home" %}">{% translate "Home" context "a place" %}</p>
  {% endif %}
{% blocktranslate count number=card.count trimmed %}
  One person
{% plural %}
  {{ number }} people
{% endblocktranslate %}
{{ card.name|default:_("Nobody") }}
"""
DUTCH = {
    "Write a post": "Schrijf een bericht",
    "Found by %(name)s": "Gevonden door %(name)s",
    "today": "vandaag",
    "Its home": "Zijn thuis",
    "Home": "Thuis",
    "Nobody": "Niemand",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with a module and a template, and texts that are not gathered."""
    for path, text in {
        "weefsel/posts/rules.py": PYTHON,
        "weefsel/posts/templates/posts/page.html": TEMPLATE,
        "weefsel/posts/tests/test_it.py": '_("Of a test")',
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def _translate(root: Path, **others: str) -> None:
    """Fill the catalogue of Dutch as a translator would, and compile it."""
    assert main(["update"], root) == 0
    path = path_of(root, "nl")
    text = path.read_text()
    for source, translation in {**DUTCH, **others}.items():
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{translation}"')
    text = text.replace(
        'replies"\nmsgstr[0] ""\nmsgstr[1] ""', 'replies"\nmsgstr[0] "Eén"\nmsgstr[1] "%(count)s antwoorden"'
    )
    text = text.replace(
        'people"\nmsgstr[0] ""\nmsgstr[1] ""', 'people"\nmsgstr[0] "Eén"\nmsgstr[1] "%(number)s mensen"'
    )
    path.write_text(text)
    assert main(["compile"], root) == 0


def test_texts_of_modules_and_templates_are_gathered_and_those_of_tests_are_not(root: Path) -> None:
    found = {(message.id, message.context) for message in gathered(root) if message.id}
    assert found == {
        ("Write a post", None),
        ("Found by %(name)s", None),
        (("One reply", "%(count)s replies"), None),
        ("today", "a day"),
        ("Its home", None),
        ("Home", "a place"),
        (("One person", "%(number)s people"), None),
        ("Nobody", None),
    }


def test_a_complete_catalogue_has_no_fault_and_speaks(root: Path) -> None:
    _translate(root)
    assert list(faults(root)) == []
    with path_of(root, "nl", ".mo").open("rb") as file:
        spoken = gettext.GNUTranslations(file)
    assert spoken.gettext("Write a post") == "Schrijf een bericht"
    assert spoken.ngettext("One reply", "%(count)s replies", 2) == "%(count)s antwoorden"


def test_the_same_texts_are_written_in_the_same_bytes(root: Path) -> None:
    _translate(root)
    before = path_of(root, "nl").read_bytes(), path_of(root, "nl", ".mo").read_bytes()
    assert main(["update"], root) == main(["compile"], root) == 0
    assert before == (path_of(root, "nl").read_bytes(), path_of(root, "nl", ".mo").read_bytes())


def test_a_text_without_a_translation_is_caught(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _translate(root, Nobody="")
    assert main(["check"], root) == 1
    assert "“Nobody” lacks a translation." in capsys.readouterr().out


def test_a_new_text_and_a_text_that_is_gone_are_caught(root: Path) -> None:
    _translate(root)
    (root / "weefsel/posts/rules.py").write_text(PYTHON.replace("Write a post", "Write an update"))
    found = "\n".join(faults(root))
    assert "“Write an update” is not in the catalogue" in found
    assert "“Write a post” stands in no source any more" in found


def test_a_placeholder_that_is_lost_or_misspelt_is_caught(root: Path) -> None:
    _translate(root, **{"Found by %(name)s": "Gevonden door %(naam)s"})
    assert any("must hold %(name)s" in fault for fault in faults(root))


def test_a_plural_without_its_second_form_is_caught(root: Path) -> None:
    _translate(root)
    path = path_of(root, "nl")
    path.write_text(path.read_text().replace('msgstr[1] "%(count)s antwoorden"', 'msgstr[1] ""'))
    assert any("“One reply” lacks a translation." in fault for fault in faults(root))


def test_an_older_compilation_is_caught(root: Path) -> None:
    _translate(root)
    path = path_of(root, "nl")
    path.write_text(path.read_text().replace("Niemand", "Geen mens"))
    assert any("what is compiled is older" in fault for fault in faults(root))


def test_an_exclamation_is_caught(root: Path) -> None:
    _translate(root, Nobody="Niemand!")
    assert any("without “!”" in fault for fault in faults(root))


def test_wrong_usage_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate"]) == 2
    assert "Usage" in capsys.readouterr().err
