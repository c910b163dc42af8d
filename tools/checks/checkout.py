"""The sources that a check reads, and the offence that it names."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LEFT_OUT = {".git", ".venv", "var", "node_modules", "__pycache__", "dist", "staticfiles", "migrations", "build"}


@dataclass(frozen=True, slots=True)
class Offence:
    """One place that breaks a rule, and the sentence that says how to mend it."""

    path: str
    line: int
    rule: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.sentence}"


@dataclass(frozen=True)
class Source:
    """A file of the checkout, with its path as seen from the root."""

    root: Path
    path: str

    @cached_property
    def text(self) -> str:
        return (self.root / self.path).read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def name(self) -> str:
        return Path(self.path).name

    @property
    def rooms(self) -> tuple[str, ...]:
        """The folders between the app and the file: ``("commands",)`` for ``weefsel/posts/commands/pin_post.py``."""
        return Path(self.path).parts[2:-1]

    @property
    def is_test(self) -> bool:
        return "tests" in Path(self.path).parts

    def offence(self, line: int | ast.AST, rule: str, sentence: str) -> Offence:
        """Name an offence in this file, at a line or at a node."""
        at = line if isinstance(line, int) else getattr(line, "lineno", 1)
        return Offence(self.path, at, rule, sentence)


@dataclass(frozen=True)
class Checkout:
    """A folder with the sources of Weefsel."""

    root: Path

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        return tuple(sorted(self._walk(self.root), key=lambda source: source.path))

    def _walk(self, folder: Path) -> Iterator[Source]:
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                if path.name not in LEFT_OUT and not path.name.endswith("_cache"):
                    yield from self._walk(path)
            elif path.is_file():
                yield Source(self.root, path.relative_to(self.root).as_posix())

    def of_product(self, suffix: str = ".py") -> Iterator[Source]:
        """Files of the package ``weefsel`` with this suffix, tests left out."""
        for source in self.sources:
            if source.path.startswith("weefsel/") and source.path.endswith(suffix) and not source.is_test:
                yield source

    def of_room(self, *rooms: str) -> Iterator[Source]:
        """Python files in these rooms of any app: ``commands/`` with all below it, and a ``rules.py``."""
        for source in self.of_product():
            if (source.rooms and source.rooms[0] in rooms) or (not source.rooms and source.name[:-3] in rooms):
                yield source


def public_functions(source: Source) -> Iterator[ast.FunctionDef]:
    """Functions of a module that others may call. A module or a folder that begins with ``_`` has none."""
    if any(room.startswith("_") for room in (*source.rooms, source.name)):
        return
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def called_name(node: ast.AST) -> str:
    """The last word of what a call calls: ``create`` of ``Post.objects.create(...)``."""
    if isinstance(node, ast.Call):
        node = node.func
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
