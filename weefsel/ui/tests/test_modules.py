import re

import pytest

from weefsel.ui.components.assets import scripts
from weefsel.ui.tests.sheet import JS, modules

IMPORT = re.compile(r"""\b(?:from|import) ["']([^"']+)["']""")


def test_nothing_loads_by_scrolling() -> None:
    refused = re.compile(r'IntersectionObserver|["\']scroll["\']|onscroll|scrollend|hx-trigger="[^"]*revealed')
    for module in modules():
        assert not refused.search(module.read_text()), module.name


def test_nothing_makes_code_out_of_text() -> None:
    refused = re.compile(r"\beval\(|new Function|document\.write|\.outerHTML\s*=|setTimeout\(\s*[\"']")
    for module in modules():
        assert not refused.search(module.read_text()), module.name


def test_modules_import_only_each_other_by_relative_address() -> None:
    for module in modules():
        for address in IMPORT.findall(module.read_text()):
            assert re.fullmatch(r"\./[\w-]+\.js", address), (module.name, address)
            assert (JS / address[2:]).is_file(), (module.name, address)


def test_the_entry_reaches_every_module() -> None:
    reached, ahead = set(), ["weefsel.js"]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += [address[2:] for address in IMPORT.findall((JS / name).read_text())]

    assert reached == {module.name for module in modules()}


def test_modules_stay_small() -> None:
    for module in modules():
        assert len(module.read_text().splitlines()) <= 150, module.name


def test_scripts_name_each_module_and_switch_evaluation_off() -> None:
    html = scripts()

    assert '<script type="module" src="/static/ui/js/weefsel.js"></script>' in html
    assert '"allowEval": false' in html
    assert '"includeIndicatorStyles": false' in html
    for module in modules():
        assert f"/static/ui/js/{module.name}" in html


@pytest.mark.parametrize(
    "attribute", ["data-draft-url", "data-suggest-url", "data-news-url", "data-copy", "data-dialog"]
)
def test_each_hook_is_heard_by_a_module(attribute: str) -> None:
    assert any(f"[{attribute}]" in module.read_text() for module in modules())
