"""The backend: ``ENGINE = "weefsel.kernel.postgresql"``.

With values bound by the server, Django sends what it takes for an ordinary integer (any bare ``Value(7)``) in four
bytes, and the upper half of one of our ids would be lost without a word. Here a number that needs eight gets eight.
"""

from typing import Any

from django.db.backends.postgresql import base, operations
from psycopg.types import numeric

LARGEST_OF_FOUR_BYTES = 2**31 - 1


class DatabaseOperations(operations.DatabaseOperations):
    def adapt_integerfield_value(self, value: Any, internal_type: str) -> Any:
        if isinstance(value, int) and not -LARGEST_OF_FOUR_BYTES <= value <= LARGEST_OF_FOUR_BYTES:
            return numeric.Int8(value)
        return super().adapt_integerfield_value(value, internal_type)


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations
