"""Static files: hashed names, compressed, one style sheet.

``collectstatic`` writes the style sheet as one file, so that a page waits for one request, and gives each module the
hashed addresses of those it imports. Before it has run (tests, development) files keep their plain names, and nothing
is missing.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

Paths = dict[str, tuple[Storage, str]]

SHEET: Final = "ui/css/app.css"
_IMPORT = re.compile(r'@import url\("(?P<file>[^"]+)"\) layer\((?P<layer>\w+)\)(?P<media>[^;]*);\n?')

# Only our own modules: Django's pattern for all modules reads comments of others as code.
_APPS_WITH_MODULES = ("ui", "identity", "people", "communities", "posts", "notices", "transfer", "shell")
_IMPORTS_OF_MODULES = (
    (r"""(?P<matched>\b(?P<word>from|import) "(?P<url>\.\.?/[\w./-]+\.js)")""", '%(word)s "%(url)s"'),
)


def bundle(sheet: str, part_of: Callable[[str], str]) -> str:
    """The style sheet with each ``@import`` replaced by what it imports, in its layer; ``part_of`` reads a file."""

    def inlined(match: re.Match[str]) -> str:
        rules = f"@layer {match['layer']} {{\n{part_of(match['file'])}}}\n"
        media = match["media"].strip()
        return f"@media {media} {{\n{rules}}}\n" if media else rules

    return _IMPORT.sub(inlined, sheet)


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise is untyped
    """Hashed names once collected, plain names before."""

    manifest_strict = False
    patterns = (
        *ManifestStaticFilesStorage.patterns,
        *((f"{app}/*.js", _IMPORTS_OF_MODULES) for app in _APPS_WITH_MODULES),
    )

    def stored_name(self, name: str) -> str:
        if not self.hashed_files:
            return name
        return str(super().stored_name(name))

    def post_process(self, paths: Paths, **options: Any) -> Iterator[Any]:
        if not options.get("dry_run") and SHEET in paths:
            self._write_bundle(paths)
        yield from super().post_process(paths, **options)

    def _write_bundle(self, paths: Paths) -> None:
        def text_of(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return str(file.read().decode())

        folder = SHEET.rpartition("/")[0]
        whole = bundle(text_of(SHEET), lambda part: text_of(f"{folder}/{part}"))
        self.delete(SHEET)
        self._save(SHEET, ContentFile(whole.encode()))
        paths[SHEET] = (self, SHEET)
