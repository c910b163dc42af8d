"""What is tested is what runs."""

from tools.checks.locks_agree import check
from tools.checks.tests.conftest import Plant

RUN = "requirements/run.txt"
DEV = "requirements/dev.txt"
PIN = "django==5.2.1 \\\n    --hash=sha256:0a\n"


def test_locks_that_agree_pass(found: Plant) -> None:
    assert found(check, {RUN: PIN, DEV: PIN + "pytest==9.0 ; python_version > '3' \\\n    --hash=sha256:1b\n"}) == []


def test_another_version_for_tests_is_caught(found: Plant) -> None:
    assert found(check, {RUN: PIN, DEV: PIN.replace("5.2.1", "5.2.2")}) == [f"{RUN}:1"]


def test_a_pin_without_a_hash_is_caught(found: Plant) -> None:
    assert found(check, {RUN: PIN, DEV: PIN + "pytest==9.0\n"}) == [f"{DEV}:3"]


def test_an_address_in_a_lock_is_caught(found: Plant) -> None:
    assert found(check, {RUN: PIN, DEV: PIN + "--index-url https://example.org\n"}) == [f"{DEV}:1"]
