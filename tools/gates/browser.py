"""The browser of the system, for the journeys: found, or installed where that can be done."""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome")


def ready_browser() -> str:
    """Say which Chromium there is; on a Debian machine, as root, install it first. Empty if there is none."""
    if not _found() and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        for command in (("apt-get", "update", "-qq"), ("apt-get", "install", "-y", "-qq", "chromium")):
            subprocess.run(command, check=False, **quiet)  # type: ignore[call-overload] # one dictionary for two calls
    return _found()


def _found() -> str:
    return next((path for name in NAMES if (path := shutil.which(name))), "")
