"""A gate: a command that must end well, and what came of it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Result(StrEnum):
    """How a gate ended."""

    PASSED = "passed"
    FAILED = "FAILED"
    SKIPPED = "SKIPPED"


@dataclass(frozen=True, slots=True)
class Gate:
    """A command, what it needs around it, and how many of the machine's cores it takes."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    cores: int = 1
    is_tests: bool = False
    on_postgres: bool = False
    in_browser: bool = False
    minutes: float = 15


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a gate said and how long it took; its tests are counted, and any other gate counts as one."""

    gate: Gate
    result: Result
    seconds: float
    said: str
    passed: int = 0
    failed: int = 0
