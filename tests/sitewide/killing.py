"""A network that is served, people who write in it all the time, and what they were told stands."""

import http.client
import json
import secrets
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from weefsel.config.tests.commands import environment

CSRF = "k" * 32
PATIENCE = 20.0  # seconds until a job has run

PEOPLE = """
import django, json; django.setup()
from weefsel.communities.testing import make_community, make_member
from weefsel.identity.testing import sign_in, make_account
from weefsel.people.models import Network
from weefsel.people.testing import make_person
from weefsel.posts.testing import home_of
from django.test import Client
Network.objects.create(name="Killed and started again")
called = make_person("Called Person", has_account=True)
community = make_community(owner=called)
writers = []
for number in range({writers}):
    person = make_person(f"Writer {{number}}", has_account=True)
    make_member(community, person)
    writers.append({{"id": person.pk, "session": sign_in(Client(), person.account), "own": home_of(person).pk}})
print(json.dumps({{"handle": called.handle, "called": called.pk, "home": home_of(community).pk, "writers": writers}}))
"""

STANDING = """
import django, json; django.setup()
from weefsel.posts.models import Draft, Post, Reaction
from weefsel.notices.models import Notice
from django_tasks_db.models import DBTaskResult
print(json.dumps({
    "posts": {body: pk for pk, body in Post.objects.values_list("pk", "body")},
    "count": Post.objects.count(),
    "reactions": [[str(p), who, kind] for p, who, kind in Reaction.objects.values_list("post_id", "person_id", "kind")],
    "drafts": {str(who): body for who, body in Draft.objects.values_list("person_id", "body")},
    "told": [str(pk) for pk in Notice.objects.filter(kind="mentioned").values_list("post_id", flat=True)],
    "waiting": DBTaskResult.objects.filter(status__in=["READY", "RUNNING"]).count(),
}))
"""


def ask(home: Path, script: str, settings: dict[str, str]) -> dict:  # type: ignore[type-arg]  # whatever the script says
    """Run a script against the network, and read what it prints as JSON."""
    around = environment(home, **settings, DJANGO_SETTINGS_MODULE="weefsel.config.settings")
    done = subprocess.run(
        [sys.executable, "-c", script], env=around, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    told: dict = json.loads(done.stdout)  # type: ignore[type-arg]
    return told


@dataclass
class Writer:
    """Somebody who posts, replies, reacts and types, and remembers what was acknowledged."""

    id: int
    session: str
    home: int
    own: int
    handle: str
    port: int = 0
    posts: dict[str, str] = field(default_factory=dict)  # body -> id
    reactions: dict[str, str] = field(default_factory=dict)  # id -> kind
    reacting: dict[str, str] = field(default_factory=dict)  # what was sent last: it may stand without an answer
    draft: int = 0
    unanswered: tuple[str, dict[str, object]] | None = None

    def write(self, stop: threading.Event) -> None:
        """Write until nobody answers any more."""
        try:
            while not stop.is_set():
                self._write_once()
        except (OSError, http.client.HTTPException):
            return

    def _write_once(self) -> None:
        thread = self._publish("/posts/new/", {"home": self.home})
        answer = self._publish(f"/posts/{thread}/reply/", {})
        for post, kind in ((thread, "like"), (answer, "thanks"), (thread, "celebrate")):
            self.reacting[post] = kind
            assert self.send(f"/posts/{post}/react/", {"kind": kind})[0] == 302
            self.reactions[post] = kind
        assert self.send("/posts/draft/", {"home": self.own, "body": f"draft {self.draft + 1}"})[0] == 204
        self.draft += 1

    def _publish(self, address: str, fields: dict[str, object]) -> str:
        body = f"@{self.handle} {secrets.token_hex(8)}"
        sent = {**fields, "body": body, "form_key": secrets.token_urlsafe(12), "audience": "inside"}
        self.unanswered = (address, sent)
        status, location = self.send(address, sent)
        assert status == 302, status
        self.unanswered = None
        self.posts[body] = location.split("/")[2]
        return self.posts[body]

    def send_again(self) -> str | None:
        """Send what was not answered once more, as somebody does who pressed the button and saw an error."""
        if self.unanswered is None:
            return None
        address, sent = self.unanswered
        status, location = self.send(address, sent)
        assert status == 302, status
        self.unanswered = None
        self.posts[str(sent["body"])] = location.split("/")[2]
        return str(sent["body"])

    def send(self, address: str, fields: dict[str, object]) -> tuple[int, str]:
        connection = http.client.HTTPConnection("localhost", self.port, timeout=20)
        headers = {
            "Cookie": f"weefsel-session={self.session}; weefsel-csrf={CSRF}",
            "X-CSRFToken": CSRF,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            connection.request("POST", address, urlencode(fields), headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status, answer.headers.get("Location", "")
        finally:
            connection.close()


def until_told(home: Path, settings: dict[str, str], posts: set[str]) -> None:
    """Wait until everybody who was called in these posts has a notice of it."""
    end = time.monotonic() + PATIENCE
    while missing := posts - set(ask(home, STANDING, settings)["told"]):
        assert time.monotonic() < end, f"nobody was told of {missing}"
        time.sleep(0.2)
