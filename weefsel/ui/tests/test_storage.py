import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import override_settings

from weefsel.ui.storage import StaticStorage


@pytest.fixture
def collected(tmp_path: Path, settings: Any) -> Path:
    settings.STATIC_ROOT = tmp_path / "static"
    with override_settings(STATIC_ROOT=str(tmp_path / "static")):
        call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path / "static"


def hashed(root: Path, name: str) -> str:
    return str(json.loads((root / "staticfiles.json").read_text())["paths"][name])


def test_before_collecting_names_are_plain(tmp_path: Path) -> None:
    storage = StaticStorage(location=tmp_path, base_url="/static/")

    assert storage.url("ui/css/app.css") == "/static/ui/css/app.css"
    assert storage.url("not/there.css") == "/static/not/there.css"


def test_the_style_sheet_is_one_file_with_a_hashed_name(collected: Path) -> None:
    name = hashed(collected, "ui/css/app.css")
    text = (collected / name).read_text()

    assert re.fullmatch(r"ui/css/app\.[0-9a-f]{12}\.css", name)
    assert "@import" not in text
    assert ".btn-first" in text
    assert (collected / f"{name}.gz").is_file()


def test_modules_import_each_other_by_hashed_names(collected: Path) -> None:
    entry = (collected / hashed(collected, "ui/js/weefsel.js")).read_text()
    draft = (collected / hashed(collected, "ui/js/draft.js")).read_text()

    assert hashed(collected, "ui/js/draft.js").rpartition("/")[2] in entry
    assert hashed(collected, "ui/js/words.js").rpartition("/")[2] in draft
    assert not re.search(r'(?:from|import) "\./[\w-]+\.js"', entry + draft)


def test_collecting_twice_gives_the_same_names(collected: Path) -> None:
    first = (collected / "staticfiles.json").read_text()
    with override_settings(STATIC_ROOT=str(collected)):
        call_command("collectstatic", interactive=False, verbosity=0)

    assert (collected / "staticfiles.json").read_text() == first
