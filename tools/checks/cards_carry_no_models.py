"""What a query hands out is a frozen card of plain values."""

import ast
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence, Source

RULE = "cards-carry-no-models"
PLAIN_BASES = {"Enum", "StrEnum", "IntEnum", "Protocol", "NamedTuple", "TypedDict", "Exception"}
DATABASE_WORDS = {"Model", "QuerySet", "Manager"}


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name classes in ``queries/`` that are not frozen, and their fields that hold rows of a table."""
    for source in checkout.of_room("queries"):
        models = _models_imported(source) | DATABASE_WORDS
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ClassDef) and not _has_plain_base(node):
                yield from _of_class(source, node, models)


def _of_class(source: Source, node: ast.ClassDef, models: set[str]) -> Iterator[Offence]:
    if not any(_is_frozen_dataclass(decorator) for decorator in node.decorator_list) and not _is_frozen_struct(node):
        yield source.offence(node, RULE, f"{node.name} must be a @dataclass(frozen=True, slots=True).")
    for field in node.body:
        if isinstance(field, ast.AnnAssign):
            for word in sorted(_words(field.annotation) & models):
                yield source.offence(field, RULE, f"{node.name} carries {word}, a table: give the reader plain values.")


def _models_imported(source: Source) -> set[str]:
    found = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and "models" in (node.module or "").split("."):
            found |= {alias.asname or alias.name for alias in node.names}
    return found


def _words(annotation: ast.expr) -> set[str]:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    names = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
    return names | {node.attr for node in ast.walk(annotation) if isinstance(node, ast.Attribute)}


def _true_words(call: ast.Call | ast.ClassDef) -> set[str | None]:
    return {k.arg for k in call.keywords if isinstance(k.value, ast.Constant) and k.value.value is True}


def _is_frozen_dataclass(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and {"frozen", "slots"} <= _true_words(decorator)


def _is_frozen_struct(node: ast.ClassDef) -> bool:
    return any("Struct" in _words(base) for base in node.bases) and "frozen" in _true_words(node)


def _has_plain_base(node: ast.ClassDef) -> bool:
    return any(_words(base) & PLAIN_BASES for base in node.bases)
