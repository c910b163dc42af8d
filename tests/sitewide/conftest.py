"""What the tests of a whole network need: an empty database and a free port."""

from weefsel.config.tests.conftest import empty_database, port

__all__ = ["empty_database", "port"]
