"""The command ``weefsel``. A new command is a new file in this folder; ``app`` says how it registers."""

import importlib
import os
import pkgutil
import sys

from weefsel.config.cli.app import app
from weefsel.config.cli.output import say
from weefsel.config.cli.refusing import sentence_about


def main() -> int:
    """Run the command line. 0: done; 1: refused, with one sentence on standard error; 2: wrong usage."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "weefsel.config.settings")
    for found in pkgutil.iter_modules(__path__, f"{__name__}."):
        importlib.import_module(found.name)
    try:
        app()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    except KeyboardInterrupt:
        say("Stopped.")
        return 1
    except BrokenPipeError:  # whoever read our output has enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:  # noqa: BLE001 - the one place where a fault becomes a sentence
        say(sentence_about(problem))
        return 1
    return 0
