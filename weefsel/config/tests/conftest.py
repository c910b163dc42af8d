"""What several tests of the commands need."""

import secrets
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection


@pytest.fixture
def empty_database() -> Iterator[dict[str, Any]]:
    """Settings that name a database with nothing in it."""
    if connection.vendor == "sqlite":
        yield {}
        return
    name = f"restored_{secrets.token_hex(4)}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    given = connection.settings_dict
    host = quote(given["HOST"], safe="")
    yield {"WEEFSEL_DATABASE_URL": f"postgres://{given['USER']}:{given['PASSWORD']}@{host}:{given['PORT']}/{name}"}
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
