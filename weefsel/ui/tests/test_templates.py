import re

import pytest
from django.template import TemplateSyntaxError
from django.template.loader import get_template
from django.test import Client

from weefsel.ui.icons import ICONS
from weefsel.ui.tests.sheet import UI, WEEFSEL, templates

INLINE = re.compile(r"""<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:|<script(?![^>]*\bsrc=)""", re.IGNORECASE)
ICON = re.compile(r"""\{%\s*icon "([^"]+)"|\bicon="([^"]+)\"""")


def test_no_template_holds_style_or_script() -> None:
    for path in templates():
        assert not INLINE.search(path.read_text()), path.relative_to(WEEFSEL)


def test_every_icon_that_a_template_names_exists() -> None:
    for path in templates():
        for found in ICON.findall(path.read_text()):
            name = found[0] or found[1]
            assert name in ICONS, (path.relative_to(WEEFSEL), name)


def test_every_template_of_the_look_compiles() -> None:
    folder = UI / "templates"
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")]

    assert names
    for name in names:
        try:
            get_template(name)
        except TemplateSyntaxError as problem:
            pytest.fail(f"{name}: {problem}")


@pytest.mark.parametrize("name", ["500.html", "400.html", "403_csrf.html"])
def test_the_page_of_a_fault_is_given_nothing_and_leads_home(name: str) -> None:
    text = (UI / "templates" / name).read_text()

    assert "{{" not in text
    assert 'href="/"' in text


def test_the_page_of_our_own_fault_runs_no_code_at_all() -> None:
    assert "{%" not in (UI / "templates/500.html").read_text()


@pytest.mark.django_db
def test_a_form_without_its_token_gets_a_calm_page() -> None:
    answer = Client(enforce_csrf_checks=True).post("/set-up/")

    assert answer.status_code == 403
    assert "This page had been open for too long" in answer.content.decode()
