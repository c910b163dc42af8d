from django.urls import URLPattern, URLResolver, path

from weefsel.communities.web import charter, directory, invite, join, leave, manage, members, opening, requests

_C = "communities/<slug:slug>/"

# The page of a community itself spans floors; it lives in the shell.
urlpatterns: list[URLPattern | URLResolver] = [
    path("communities/", directory.directory, name="communities"),
    path("communities/new/", opening.open_one, name="community_new"),
    path("communities/invitation/<str:token>/", join.by_link, name="community_by_link"),
    path(f"{_C}join/", join.join, name="community_join"),
    path(f"{_C}ask/", join.ask, name="community_ask"),
    path(f"{_C}ask/take-back/", join.take_back, name="community_ask_take_back"),
    path(f"{_C}accept-rules/", join.accept_the_rules, name="community_accept_rules"),
    path(f"{_C}invitation/accept/", join.accept_invitation, name="community_invitation_accept"),
    path(f"{_C}invitation/decline/", join.decline_invitation, name="community_invitation_decline"),
    path(f"{_C}leave/", leave.leave, name="community_leave"),
    path(f"{_C}edit/", manage.edit, name="community_edit"),
    path(f"{_C}archive/", manage.archive, name="community_archive"),
    path(f"{_C}reopen/", manage.reopen, name="community_reopen"),
    path(f"{_C}about/", charter.about, name="community_about"),
    path(f"{_C}charter/", charter.write, name="community_charter"),
    path(f"{_C}members/", members.members, name="community_members"),
    path(f"{_C}members/<int:person_id>/role/", members.set_role, name="community_member_role"),
    path(f"{_C}members/<int:person_id>/remove/", members.remove, name="community_member_remove"),
    path(f"{_C}requests/", requests.requests, name="community_requests"),
    path(f"{_C}requests/<int:join_request_id>/approve/", requests.approve, name="community_request_approve"),
    path(f"{_C}requests/<int:join_request_id>/decline/", requests.decline, name="community_request_decline"),
    path(f"{_C}invite/", invite.invite, name="community_invite"),
    path(f"{_C}invite/person/", invite.invite_somebody, name="community_invite_person"),
    path(f"{_C}invite/address/", invite.invite_by_letter, name="community_invite_address"),
    path(f"{_C}invite/link/", invite.make_link, name="community_invite_link"),
    path(f"{_C}invite/<int:invitation_id>/take-back/", invite.take_back, name="community_invitation_take_back"),
]
