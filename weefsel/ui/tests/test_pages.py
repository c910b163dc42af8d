from typing import Any

import pytest
from django.test import RequestFactory

from weefsel.kernel.actor import Actor, Role
from weefsel.kernel.refusals import NotFound
from weefsel.ui.frame import CommunityLink, Destination, Frame, Language
from weefsel.ui.web import styleguide as guide


def test_strangers_and_colleagues_have_no_style_guide(rf: RequestFactory, settings: Any) -> None:
    settings.DEBUG = False
    for actor in (Actor(), Actor(person_id=1, is_employee=True)):
        request = rf.get("/styleguide/")
        request.actor = actor  # type: ignore[attr-defined]
        with pytest.raises(NotFound):
            guide.styleguide(request)


def draw(rf: RequestFactory, template: str, context: dict[str, Any]) -> str:
    from django.contrib.messages.storage import default_storage
    from django.template.loader import render_to_string

    request = rf.get("/")
    request.actor = Actor()  # type: ignore[attr-defined]
    request._messages = default_storage(request)  # type: ignore[attr-defined]
    return render_to_string(template, context, request=request)


SIGNED_IN = Frame(
    network_name="Linde <b>wever",
    is_signed_in=True,
    destinations=(Destination("Home", "/", "home", is_current=True),),
    communities=(CommunityLink("Yarn quality", "/communities/yarn/", is_outside=True),),
    person_name="Marie Desmet",
    person_url="/people/marie/",
    theme="dark",
    zone="Europe/Brussels",
)


def test_the_frame_of_somebody_has_its_landmarks(rf: RequestFactory) -> None:
    html = draw(rf, "ui/keys.html", {"frame": SIGNED_IN, "keys": ()})

    assert '<a class="skip" href="#main">' in html
    assert '<nav class="rail"' in html
    assert '<nav class="bar"' in html
    assert '<main class="main' in html
    assert 'data-theme="dark"' in html
    assert 'data-zone="Europe/Brussels"' in html
    assert ", outsiders read this" in html
    assert "<b>wever" not in html
    assert 'name="csrfmiddlewaretoken"' in html


def test_the_frame_of_a_stranger_has_no_rail(rf: RequestFactory) -> None:
    html = draw(rf, "ui/keys.html", {"frame": Frame(), "keys": ()})

    assert '<nav class="rail"' not in html
    assert '<nav class="bar"' not in html
    assert "data-theme" not in html


def test_the_door_offers_the_languages(rf: RequestFactory) -> None:
    frame = Frame(languages=(Language("nl", "Nederlands", "?language=nl"), Language("en", "English", "?", True)))
    html = draw(rf, "ui/door.html", {"frame": frame})

    assert 'lang="nl"' in html
    assert '<svg class="cloth"' in html


def test_a_refusal_says_what_happened_and_leads_home(rf: RequestFactory) -> None:
    context = {"frame": SIGNED_IN, "status": 404, "title": "Not found", "sentence": "Gone <i>", "back": "/"}
    assert "had typed" not in draw(rf, "ui/refusal.html", context)
    html = draw(rf, "ui/refusal.html", context | {"was_sent": True})

    assert "Gone &lt;i&gt;" in html
    assert "lost" in html
    assert 'href="/"' in html


def test_the_style_guide_shows_itself_to_stewards(rf: RequestFactory) -> None:
    request = rf.get("/styleguide/")
    request.actor = Actor(person_id=1, is_employee=True, roles=frozenset({Role.STEWARD}))  # type: ignore[attr-defined]
    html = draw(rf, "ui/styleguide.html", {"frame": SIGNED_IN, **guide.everything()})

    assert guide.may_see(request)
    for part in ("k-colour", "k-buttons", "k-fields", "k-composer", "k-posts", "k-lists", "k-long"):
        assert f'id="{part}"' in html
