import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from weefsel.config.bench import world
from weefsel.config.bench.paths import PATHS
from weefsel.config.bench.sizes import LONG_THREAD, READERS, SIZES
from weefsel.identity.models import Account
from weefsel.people.models import Network
from weefsel.posts.models import Home, Post, Reaction

ROW = {"name", "connections", "requests_per_second", "p50_ms", "p99_ms", "queries", "cpu_ms", "bytes"}


@pytest.mark.django_db
def test_the_network_has_the_promised_size_and_a_long_thread() -> None:
    size = SIZES["tiny"]
    world.fill(size)
    assert Post.objects.filter(thread=None).count() == size.threads
    assert Post.objects.count() == size.posts
    newest = Post.objects.filter(thread=None).order_by("-pk")[0]
    assert newest.reply_count == newest.replies.count() == LONG_THREAD
    assert Reaction.objects.exists()
    for home in Home.objects.filter(latest_id__gt=0):
        starts = Post.objects.filter(home=home, thread=None).order_by("-pk")
        assert home.latest_id == starts.values_list("pk", flat=True)[0]


@pytest.mark.django_db
def test_every_reader_may_ask_for_every_path() -> None:
    world.fill(SIZES["tiny"])
    thread = Post.objects.filter(thread=None).order_by("-pk").values_list("pk", flat=True)[0]
    readers = Account.objects.filter(pk__in=world.readers())
    assert readers.count() == READERS
    browser = Client()
    browser.force_login(readers[0])
    assert browser.get("/").status_code == browser.get(f"/posts/{thread}/").status_code == 200
    assert Network.objects.get().name == "Bench tiny"


def bench(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("WEEFSEL_", "DJANGO_"))}
    return subprocess.run(  # noqa: S603 - ourselves
        [
            sys.executable,
            "-c",
            "import sys; from weefsel.config.cli import main; sys.exit(main())",
            "bench",
            *arguments,
        ],
        env={**environment, "WEEFSEL_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_command_measures_a_real_server(tmp_path: Path) -> None:
    done = bench(tmp_path, "--size", "tiny", "--seconds", "0.2", "--json")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)["rows"]
    assert [(row["name"], row["connections"]) for row in rows] == [(name, n) for name in PATHS for n in (1, 16)]
    for row in rows:
        assert set(row) == ROW
        assert row["requests_per_second"] > 0
        assert row["p99_ms"] >= row["p50_ms"] > 0
    assert {row["name"]: row["queries"] for row in rows} == {"home_html": 3, "thread_html": 4, "anything_new": 1}


def test_an_unknown_path_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    done = bench(tmp_path, "--size", "tiny", "--only", "search")
    assert done.returncode == 1
    assert "home_html" in done.stderr
