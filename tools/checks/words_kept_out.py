"""Words that no file may hold: addresses of package registries, paths of one machine, marks of unfinished work."""

import re
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence, Source

RULE = "words-kept-out"
TEXTS = (
    ".py",
    ".html",
    ".txt",
    ".md",
    ".toml",
    ".yaml",
    ".yml",
    ".json",
    ".css",
    ".js",
    ".svg",
    ".sh",
    ".csv",
    ".po",
    ".cfg",
)
OTHERS = (".npmrc", ".editorconfig", ".gitignore")

# Built from pieces, so that this file does not hold the words itself.
REGISTRIES = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "yarn" + "pkg.com",
    "crates" + ".io",
)
MACHINE = ("/wo" + "rk/", "/tm" + "p/", "/ro" + "ot/", "/opt/py" + "pi")
UNFINISHED = ("TO" + "DO", "FIX" + "ME", "XX" + "X:", "raise NotImplemented" + "Error")

PATTERNS = (
    (re.compile("|".join(map(re.escape, REGISTRIES))), "names the host of a package registry."),
    (re.compile(r"(?<![\w.~-])(?:" + "|".join(map(re.escape, MACHINE)) + ")"), "names a path of one machine."),
    (re.compile(r"\b(?:" + "|".join(map(re.escape, UNFINISHED)) + r")\b"), "marks work as unfinished: finish it."),
)


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name each line of a text file with such a word."""
    for source in checkout.sources:
        if source.path.startswith("tests/data/") or source.name == "LICENSE":
            continue
        if source.path.endswith((*TEXTS, *OTHERS)) or source.path.startswith(("bin/", ".ci/", "deploy/")):
            yield from _of_text(source)


def _of_text(source: Source) -> Iterator[Offence]:
    for pattern, sentence in PATTERNS:
        for found in pattern.finditer(source.text):
            line = source.text.count("\n", 0, found.start()) + 1
            yield source.offence(line, RULE, f"“{found[0]}” {sentence}")
