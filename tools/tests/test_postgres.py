"""A server for one run of tests, that leaves nothing behind."""

import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from tools.postgres import main, running_postgres


def test_a_server_answers_knows_capitals_and_is_gone_afterwards() -> None:
    with running_postgres() as address:
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT upper('é')").fetchone() == ("É",)
        folder = Path(unquote(urlsplit(address).netloc.split("@")[1]))
        assert folder.is_dir()
    assert not folder.exists()


def test_a_command_is_given_the_address_and_its_exit_code_is_kept() -> None:
    program = "import os, sys; sys.exit(7 if os.environ['WEEFSEL_DATABASE_URL'].startswith('postgres://') else 1)"
    command = (sys.executable, "-m", "tools.postgres", sys.executable, "-c", program)
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run(command, cwd=root, check=False).returncode == 7


def test_a_missing_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["tools.postgres"])
    with pytest.raises(SystemExit, match="Name the command"):
        main()
