"""Settings of the tests: the product's own, in a home of its own for every process that runs tests."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

KEPT = {"WEEFSEL_DATABASE_URL"}

for name in [name for name in os.environ if name.startswith("WEEFSEL_") and name not in KEPT]:
    del os.environ[name]
TEST_HOME = Path(tempfile.mkdtemp(prefix="weefsel-"))
os.environ["WEEFSEL_HOME"] = str(TEST_HOME)
atexit.register(shutil.rmtree, TEST_HOME, ignore_errors=True)
(TEST_HOME / "static").mkdir()  # nothing is collected for tests, but the folder is looked for

from weefsel.config.settings import *  # noqa: E402, F403 - the home must be named before the settings are read
from weefsel.config.settings import INSTALLED_APPS as PRODUCT_APPS  # noqa: E402
from weefsel.config.settings import MIDDLEWARE as PRODUCT_MIDDLEWARE  # noqa: E402

# Tests sign people in often; what a hash costs is no matter of theirs.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A page that asks the database once per row fails its test.
INSTALLED_APPS = [*PRODUCT_APPS, "zeal"]
MIDDLEWARE = [*PRODUCT_MIDDLEWARE, "zeal.middleware.zeal_middleware"]
ZEAL_RAISE = True
