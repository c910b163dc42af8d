from collections.abc import Mapping
from typing import Any

import pytest
from django import forms
from django.template import engines

from weefsel.ui.components.attributes import attributes
from weefsel.ui.components.cloth import cloth
from weefsel.ui.components.icon import icon
from weefsel.ui.components.tables import Column, Row, Table
from weefsel.ui.dye import DYES, dye_of, initials
from weefsel.ui.icons import ICONS

EVIL = '<img src=x onerror="a()">'


def draw(source: str, context: Mapping[str, Any] | None = None) -> str:
    return engines["django"].from_string(source).render(dict(context or {}))


TABLE = Table(EVIL, (Column(EVIL), Column("b", is_number=True)), (Row((EVIL, EVIL)),))


@pytest.mark.parametrize(
    "source",
    [
        "{% button evil name=evil value=evil %}",
        "{% link_button evil evil %}",
        "{% act evil formaction=evil %}",
        "{% act evil icon='reply' square=True %}",
        "{% avatar evil dye=evil %}",
        "{% org evil %}",
        "{% audience evil evil outside=True %}",
        "{% audience_note evil evil %}",
        "{% kind_label evil 'update' %}",
        "{% state evil %}",
        "{% topic evil %}",
        "{% mention evil evil %}",
        "{% icon 'home' label=evil %}",
        "{% tab evil evil %}",
        "{% new_since evil %}",
        "{% read_until evil %}",
        "{% news_line evil evil evil %}",
        "{% earlier evil evil %}",
        "{% feed_end evil evil evil %}",
        "{% empty evil evil evil evil %}",
        "{% kept evil %}",
        "{% done_mark evil %}",
        "{% table table %}",
        "{% callout 'info' title=evil role=evil %}{{ evil }}{% endcallout %}",
        "{% menu label=evil text=evil classes=evil %}{{ evil }}{% endmenu %}",
        "{% dialog evil evil %}{{ evil }}{% enddialog %}",
        "{% tabs evil %}{% endtabs %}",
        "{% panel evil id=evil %}{{ evil }}{% endpanel %}",
        "{% quote evil evil %}{{ evil }}{% endquote %}",
        "{% figure caption=evil twin=table %}{% endfigure %}",
    ],
)
def test_what_people_wrote_is_escaped(source: str) -> None:
    html = draw(source, {"evil": EVIL, "table": TABLE})

    assert "<img" not in html
    assert 'onerror="' not in html


def test_every_icon_is_drawn_and_hidden_unless_it_speaks() -> None:
    for name in ICONS:
        assert 'aria-hidden="true"' in icon(name)
    assert 'role="img" aria-label="Thanks"' in icon("thanks", label="Thanks")


def test_an_unknown_icon_is_a_mistake_that_shows() -> None:
    with pytest.raises(KeyError, match="no icon named 'unicorn'"):
        icon("unicorn")


def test_attributes_leave_out_what_is_empty() -> None:
    assert attributes(class_="a", disabled=True, hidden=False, name="", value=0, aria_label=None) == (
        ' class="a" disabled value="0"'
    )


def test_a_pressed_action_says_so() -> None:
    assert 'aria-pressed="true"' in draw("{% act 'Thanks' pressed=True %}")
    assert 'aria-pressed="false"' in draw("{% act 'Thanks' pressed=False %}")
    assert "aria-pressed" not in draw("{% act 'Reply' %}")


def test_an_audience_is_said_in_words_and_in_an_attribute() -> None:
    assert 'data-audience="inside"' in draw("{% audience 'Only inside' %}")
    outside = draw("{% audience 'Customers can read this' outside=True %}")
    assert 'class="audience is-outside" data-audience="outside"' in outside


def test_people_from_outside_are_not_dyed() -> None:
    assert "data-dye" not in draw("{% avatar 'Petra Vogel' outside=True %}")
    assert 'data-dye="moss"' in draw("{% avatar 'Henk Claeys' dye='moss' %}")


def test_the_dye_of_somebody_never_changes() -> None:
    assert dye_of(41) == dye_of("41")
    assert {dye_of(number) for number in range(200)} == set(DYES)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ahmed El Amrani", "AE"), ("marie", "M"), ("  ", "?"), ("(extern) Åsa Öberg", "ÅÖ"), ("李 明", "李明")],
)
def test_initials_are_at_most_two_letters(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_the_news_line_is_hidden_until_there_is_news() -> None:
    assert "hidden" in draw("{% news_line '/' news_url='/news/' %}")
    assert "hidden" not in draw("{% news_line '/' '3 new posts' %}")


def test_the_feed_says_where_it_ends() -> None:
    html = draw("{% feed_end 'You are up to date' 'That was everything.' '/?before=9' %}")

    assert "data-end" in html
    assert 'href="/?before=9"' in html


def test_a_drawing_has_its_table() -> None:
    html = draw("{% figure caption='Half' twin=table %}<svg></svg>{% endfigure %}", {"table": TABLE})

    assert '<details class="figures">' in html
    assert "<table" in html


def test_a_table_with_a_row_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        draw("{% table table %}", {"table": Table("t", (Column("a"), Column("b")), (Row(("1",)),))})


def test_the_cloth_is_the_same_each_time() -> None:
    assert cloth() is cloth()
    assert cloth().count("<path") == 23 + 2 * 19 + 2 * 23


class Example(forms.Form):
    name = forms.CharField(help_text="As people call it.")
    shown = forms.BooleanField(required=False)
    rhythm = forms.ChoiceField(choices=[("no", "No"), ("day", "Daily")], widget=forms.RadioSelect)
    about = forms.CharField(required=False, widget=forms.Textarea)


def test_a_field_ties_its_hint_and_its_fault_to_the_control() -> None:
    html = str(Example({"rhythm": "no"}))

    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html


def test_a_field_wears_our_classes_and_says_what_is_optional() -> None:
    html = str(Example())

    assert 'class="input"' in html
    assert 'class="textarea"' in html
    assert '<label class="check">' in html
    assert "<fieldset" in html
    assert html.count("(optional)") == 1


def test_a_form_escapes_what_was_typed_and_what_is_said_about_it() -> None:
    form = Example({"name": EVIL, "rhythm": "no"})
    form.add_error(None, EVIL)

    assert "<img" not in str(form)
    assert 'role="alert"' in str(form)
