"""What a run takes."""

from tools.gates.listing import Wanted, gates


def _names(wanted: Wanted) -> set[str]:
    return {gate.name for gate in gates(wanted)}


def test_a_full_run_tests_on_both_databases_and_in_the_browser() -> None:
    assert {"tests, SQLite", "tests, PostgreSQL", "browser journeys", "messages", "reference", "mypy"} <= _names(
        Wanted()
    )


def test_a_quick_run_starts_neither_a_server_nor_a_browser() -> None:
    assert not any(gate.on_postgres or gate.in_browser for gate in gates(Wanted(quick=True)))


def test_a_long_run_tells_the_tests_so() -> None:
    tests = [gate for gate in gates(Wanted(long=True)) if gate.is_tests]
    assert all(gate.environment == {"LONG_TESTS": "1"} for gate in tests)


def test_named_paths_are_tested_on_both_databases() -> None:
    tests = [gate for gate in gates(Wanted(paths=("weefsel/posts",))) if gate.is_tests]
    assert [gate.command[-1] for gate in tests] == ["weefsel/posts", "weefsel/posts"]
    assert [gate.on_postgres for gate in tests] == [False, True]
