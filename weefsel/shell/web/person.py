"""A person's page: the line, what crosses it, and what they say; following; what is one's own to change."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from weefsel.communities.queries.person_page import PersonPage, person_page
from weefsel.kernel.refusals import NotAllowed
from weefsel.kernel.request import actor_of
from weefsel.people.commands.bring_person_back import bring_person_back
from weefsel.people.commands.end_person import end_person
from weefsel.people.commands.follow_person import follow_person
from weefsel.people.commands.link_placeholder import link_placeholder
from weefsel.people.commands.save_profile import save_profile
from weefsel.people.commands.unfollow_person import unfollow_person
from weefsel.people.commands.unlink_placeholder import unlink_placeholder
from weefsel.people.queries.person_named import person_named
from weefsel.posts.queries.listing import posts_by
from weefsel.posts.queries.own_storyline import own_storyline
from weefsel.shell.web._language import own_name
from weefsel.shell.web._numbers import number_in
from weefsel.shell.web.person_forms import LinkForm, ProfileForm, topics_in
from weefsel.shell.web.taking import taken


@require_safe
def person(request: HttpRequest, handle: str) -> HttpResponse:
    """The page of a person. At most twelve statements, and those of cards that are not kept."""
    return _page(request, person_page(actor_of(request), handle), LinkForm())


def _page(request: HttpRequest, page: PersonPage, link_form: LinkForm, *, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    before = number_in(request.GET, "before")
    posts = posts_by(actor, page.id, before)
    storyline = own_storyline(actor) if page.is_oneself else None
    facts: dict[str, Any] = {
        "page": page,
        "posts": posts,
        "write_url": f"{reverse('write')}?home={storyline}" if storyline else "",
        "earlier_url": f"?before={posts.next_cursor}#posts" if posts.next_cursor else "",
        "is_first_page": not before,
        "language": own_name(page.language),
        "link_form": link_form,
        "is_steward": actor.is_steward,
        "may_end": actor.is_steward and not page.is_oneself and not page.is_placeholder and not page.is_bot,
    }
    return render(request, "shell/person.html", facts, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_person(request: HttpRequest, handle: str) -> HttpResponse:
    """Change what is one's own. Somebody else's page is read and not written."""
    actor = actor_of(request)
    page = person_page(actor, handle)
    if not page.may_edit:
        raise NotAllowed(_("Only %(name)s changes this page.") % {"name": page.name})
    given = {"own_words": page.own_words, "topics": ", ".join(shown for shown, _form in page.topics)}
    form = ProfileForm(request.POST if request.method == "POST" else None, initial=given)
    if request.method == "POST" and form.is_valid():
        words, topics = form.cleaned_data["own_words"], topics_in(form.cleaned_data["topics"])
        taken(form, lambda: save_profile(actor, own_words=words, topics=topics))
        if not form.errors:
            messages.success(request, _("Your page is kept."))
            return HttpResponseRedirect(reverse("person", args=[page.handle]))
    status = 422 if form.errors else 200
    return render(request, "shell/edit_person.html", {"form": form, "page": page}, status=status)


@require_POST
def follow(request: HttpRequest, handle: str) -> HttpResponse:
    """Follow a storyline, or follow it no more, as the button says."""
    actor = actor_of(request)
    page = person_page(actor, handle)
    if request.POST.get("follow") == "no":
        unfollow_person(actor, person_id=page.id)
    else:
        follow_person(actor, person_id=page.id)
    return HttpResponseRedirect(reverse("person", args=[page.handle]))


@require_POST
def link(request: HttpRequest, handle: str) -> HttpResponse:
    """A steward says for whom a placeholder stands, or takes that back."""
    actor = actor_of(request)
    page = person_page(actor, handle)
    if request.POST.get("link") == "no":
        unlink_placeholder(actor, placeholder_id=page.id)
        return HttpResponseRedirect(reverse("person", args=[page.handle]))
    form = LinkForm(request.POST)
    taken(form, lambda: _link(request, page, form.cleaned_data["person"]))
    if not form.errors:
        return HttpResponseRedirect(reverse("person", args=[page.handle]))
    return _page(request, page, form, status=422)


def _link(request: HttpRequest, page: PersonPage, said: str) -> None:
    actor = actor_of(request)
    link_placeholder(actor, placeholder_id=page.id, person_id=person_named(actor, said))


@require_POST
def leave(request: HttpRequest, handle: str) -> HttpResponse:
    """A steward says that somebody has left, or is back."""
    actor = actor_of(request)
    page = person_page(actor, handle)
    if request.POST.get("left") == "no":
        bring_person_back(actor, person_id=page.id)
    else:
        end_person(actor, person_id=page.id)
    return HttpResponseRedirect(reverse("person", args=[page.handle]))
