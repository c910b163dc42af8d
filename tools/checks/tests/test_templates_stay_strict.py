"""Templates that work under the content policy and escape what people wrote."""

import pytest

from tools.checks.templates_stay_strict import check
from tools.checks.tests.conftest import Plant

PATH = "weefsel/posts/templates/posts/post.html"
HEAD = "{# One post. Takes: card. #}\n"


def test_a_strict_template_passes(found: Plant) -> None:
    clean = """
        {% extends "ui/page.html" %}
        {# One post. Takes: card. #}
        {# style="" is not used #}
        <p data-style="x" class="on">{{ card.body }}</p>
        <script type="module" src="{% static 'posts/composer.js' %}"></script>
        <script type="application/json">{}</script>
    """
    assert found(check, {PATH: clean}) == []


@pytest.mark.parametrize(
    "planted",
    [
        '<p style="color: red">x</p>',
        "<style>p { color: red }</style>",
        "<script>go()</script>",
        '<a onclick="go()">x</a>',
        '<a hx-on:click="go()">x</a>',
        '<a href="javascript:go()">x</a>',
        "{{ card.body|safe }}",
        "{% autoescape off %}",
    ],
)
def test_what_the_policy_or_escaping_would_suffer_from_is_caught(found: Plant, planted: str) -> None:
    assert found(check, {PATH: HEAD + planted + "\n"}) == [f"{PATH}:2"]


def test_a_template_that_does_not_say_what_it_takes_is_caught(found: Plant) -> None:
    assert found(check, {PATH: "<p>{{ card.body }}</p>\n{# Takes: card. #}\n"}) == [f"{PATH}:1"]
