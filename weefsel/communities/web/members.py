"""Who is in a community, and what an owner does with it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from weefsel.communities.commands.remove_member import remove_member
from weefsel.communities.commands.set_member_role import set_member_role
from weefsel.communities.queries.find_members import find_members, member_card
from weefsel.communities.web.forms import number
from weefsel.communities.web.place import place, to_community
from weefsel.kernel.request import actor_of


@require_safe
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """Who looks after it first, then by name; twenty on a page."""
    actor = actor_of(request)
    page, facts = place(actor, slug, here="members")
    text, at = request.GET.get("q", "")[:100], number(request.GET.get("page", "")) or 1
    found = find_members(actor, page.id, text=text, page=at)
    query = urlencode({"q": text}) + "&" if text else ""
    next_url = f"/communities/{page.slug}/members/?{query}page={found.next_cursor}" if found.next_cursor else ""
    return render(
        request,
        "communities/members.html",
        {**facts, "page": found, "wanted": text, "is_first": at == 1, "next_url": next_url},
    )


@require_POST
def set_role(request: HttpRequest, slug: str, person_id: int) -> HttpResponse:
    """Make a member owner, moderator or member."""
    page, _facts = place(actor_of(request), slug, here="members")
    role = request.POST.get("role", "")
    set_member_role(actor_of(request), community_id=page.id, person_id=person_id, role=role)
    messages.success(request, _("The role is changed."))
    return to_community(page.slug, "members/")


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, person_id: int) -> HttpResponse:
    """Ask once, and take a member out."""
    actor = actor_of(request)
    page, facts = place(actor, slug, here="members")
    if request.method != "POST":
        member = member_card(actor, page.id, person_id)
        return render(request, "communities/remove_member.html", {**facts, "member": member})
    remove_member(actor, community_id=page.id, person_id=person_id)
    messages.success(request, _("This person is no longer a member. What they wrote stays."))
    return to_community(page.slug, "members/")
