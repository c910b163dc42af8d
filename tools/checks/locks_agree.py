"""The lock for tests holds the lock for running, so that what is tested is what runs."""

import re
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence, Source

RULE = "locks-agree"
PIN = re.compile(r"^([A-Za-z0-9._-]+(?:\[[^\]]*\])?==\S+)(?P<rest>.*)$", re.MULTILINE)
LOCK = "requirements/{}.txt"


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name pins of ``run.txt`` that ``dev.txt`` lacks, pins without a hash, and addresses in either."""
    run, dev = (Source(checkout.root, LOCK.format(name)) for name in ("run", "dev"))
    pinned = {found[1] for found in PIN.finditer(dev.text)}
    for found in PIN.finditer(run.text):
        if found[1] not in pinned:
            yield run.offence(
                _line(run, found), RULE, f"{found[1]} is not what requirements/dev.txt names: compile both."
            )
    for lock in (run, dev):
        for found in PIN.finditer(lock.text):
            if not found["rest"].rstrip().endswith("\\"):
                yield lock.offence(_line(lock, found), RULE, f"{found[1]} has no hash.")
        if "://" in lock.text:
            yield lock.offence(1, RULE, "A lock holds names, versions and hashes, and no address.")


def _line(source: Source, found: re.Match[str]) -> int:
    return source.text.count("\n", 0, found.start()) + 1
