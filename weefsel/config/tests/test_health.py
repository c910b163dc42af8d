"""Who watches is told in JSON whether this process lives and is ready."""

import pytest
from django.db import OperationalError
from django.test import Client

from weefsel.config.health import checks
from weefsel.kernel.jobs import leases


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_known", checks._Known())


def test_it_lives_without_asking_the_database(client: Client) -> None:
    answer = client.get("/health/live")
    assert (answer.status_code, answer.json()) == (200, {"status": "alive"})


@pytest.mark.django_db
def test_it_is_ready_once_somebody_works_on_jobs(client: Client) -> None:
    before = client.get("/health/ready")
    assert (before.status_code, before.json()["jobs"]) == (503, "no worker")
    leases.beat("me")
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ready", "database": "ok", "migrations": "ok", "jobs": "ok"}


@pytest.mark.django_db
def test_it_is_not_ready_while_migrations_are_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "missing_migrations", lambda: ["posts.0002_more"])
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["migrations"]) == (503, "missing")


@pytest.mark.django_db
def test_it_is_not_ready_without_its_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> bool:
        raise OperationalError("secret address")

    monkeypatch.setattr(checks, "has_heartbeat", away)
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()) == (503, {"status": "not ready", "database": "unreachable"})
