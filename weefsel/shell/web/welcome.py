"""The first visit: three short steps, each of which may be skipped. Home leads here once (``Visit.is_welcomed``)."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from weefsel.communities.commands.join_community import join_community
from weefsel.communities.queries.communities_to_join import communities_to_join
from weefsel.kernel.actor import Actor
from weefsel.kernel.request import actor_of
from weefsel.people.commands.finish_welcome import finish_welcome
from weefsel.people.commands.follow_person import follow_person
from weefsel.people.commands.set_ask_me_about import set_ask_me_about
from weefsel.people.queries.first_visit import own_topics, people_to_follow, topics_nearby
from weefsel.shell.web.person_forms import topics_in
from weefsel.shell.web.taking import taken

COMMUNITIES, PEOPLE, TOPICS = "communities", "people", "topics"
STEPS: tuple[tuple[str, Promise], ...] = (
    (COMMUNITIES, _("Communities")),
    (PEOPLE, _("People")),
    (TOPICS, _("What you know")),
)


class TopicsForm(forms.Form):
    """What one may be asked about, in one's own words; what colleagues named stands beside it to be picked."""

    topics = forms.CharField(
        label=_("What you may be asked about"),
        help_text=_("A few words each, with commas between: looms, invoices, first aid."),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """One step; what is picked is done when the next one comes. At most six statements to show it."""
    actor = actor_of(request)
    steps = STEPS if actor.is_employee else STEPS[-1:]
    names = [name for name, _label in steps]
    asked = (request.POST if request.method == "POST" else request.GET).get("step", "")
    step = asked if asked in names else names[0]
    form = TopicsForm(request.POST if request.method == "POST" and step == TOPICS else None)
    if request.method == "POST":
        if "over" in request.POST:
            return _over(actor)
        _DO[step](request, actor, form)
        if not form.errors:
            return _next(actor, names, step)
    facts: dict[str, Any] = {"step": step, "steps": _stages(steps, step), "number": names.index(step) + 1, "form": form}
    facts |= {"is_last": step == names[-1], "next_url": _address(names, step)} | _FIND[step](actor)
    if step == TOPICS and not form.is_bound:
        facts["form"] = TopicsForm(initial={"topics": ", ".join(facts["own"])})
    return render(request, f"shell/welcome_{step}.html", facts, status=422 if form.errors else 200)


def _over(actor: Actor) -> HttpResponse:
    finish_welcome(actor)
    return HttpResponseRedirect(reverse("home"))


def _next(actor: Actor, names: list[str], step: str) -> HttpResponse:
    address = _address(names, step)
    return HttpResponseRedirect(address) if address else _over(actor)


def _address(names: list[str], step: str) -> str:
    following = names[names.index(step) + 1 :]
    return f"{reverse('welcome')}?step={following[0]}" if following else ""


def _stages(steps: tuple[tuple[str, Promise], ...], step: str) -> list[tuple[Promise, str]]:
    """Each step with how it stands: past, current, or still to come."""
    place = [name for name, _label in steps].index(step)
    states = ["past" if n < place else "current" if n == place else "" for n in range(len(steps))]
    return [(label, state) for (_name, label), state in zip(steps, states, strict=True)]


def _picked(request: HttpRequest, name: str, offered: set[int]) -> list[int]:
    """What was picked of what is offered."""
    return sorted({int(said) for said in request.POST.getlist(name) if said.isascii() and said.isdigit()} & offered)


def _join(request: HttpRequest, actor: Actor, _form: TopicsForm) -> None:
    for community_id in _picked(request, "community", {c.id for c in communities_to_join(actor)}):
        join_community(actor, community_id=community_id)


def _follow(request: HttpRequest, actor: Actor, _form: TopicsForm) -> None:
    for person_id in _picked(request, "person", {p.id for p in people_to_follow(actor)}):
        follow_person(actor, person_id=person_id)


def _tell(request: HttpRequest, actor: Actor, form: TopicsForm) -> None:
    picked = request.POST.getlist("topic")
    taken(form, lambda: set_ask_me_about(actor, topics=[*topics_in(form.cleaned_data["topics"]), *picked]))


def _topics(actor: Actor) -> dict[str, Any]:
    own = own_topics(actor)
    return {"own": own, "nearby": [topic for topic in topics_nearby(actor) if topic not in own]}


_DO: dict[str, Callable[[HttpRequest, Actor, TopicsForm], None]] = {
    COMMUNITIES: _join,
    PEOPLE: _follow,
    TOPICS: _tell,
}
_FIND: dict[str, Callable[[Actor], dict[str, Any]]] = {
    COMMUNITIES: lambda actor: {"communities": communities_to_join(actor)},
    PEOPLE: lambda actor: {"people": people_to_follow(actor)},
    TOPICS: _topics,
}
