"""``python -m tools.messages update | compile | check | missing``."""

import sys
from pathlib import Path

from tools.messages import catalogues
from tools.messages.judging import faults, missing
from tools.messages.sources import gathered

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Exit code 1 if the check finds a fault, 2 for wrong usage."""
    match arguments:
        case ["update"]:
            texts = gathered(root)
            for language in catalogues.LANGUAGES:
                catalogues.update(root, language, texts)
                print(f"{language}: {len(texts)} texts, {len(missing(root, language))} without a translation.")
        case ["compile"]:
            for language in catalogues.LANGUAGES:
                catalogues.compile_catalogue(root, language)
        case ["check"]:
            found = sorted(faults(root))
            print("\n".join(found) or "All texts are translated.")
            return 1 if found else 0
        case ["missing"]:
            for language in catalogues.LANGUAGES:
                print("\n".join(f"{language}: {message.id}" for message in missing(root, language)))
        case _:
            print("Usage: python -m tools.messages update | compile | check | missing", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
