"""All rules of this folder run, and a wrong name is refused."""

from pathlib import Path

import pytest

from tools.checks.__main__ import CHECKS, main


def test_every_rule_of_the_folder_is_run() -> None:
    folder = Path(__file__).parents[1]
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "__main__", "checkout", "sizes"}
    assert {rule.replace("-", "_") for rule in CHECKS} == modules


def test_a_rule_that_does_not_exist_is_refused_with_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-rule"]) == 2
    assert "commands-ask-first" in capsys.readouterr().err
