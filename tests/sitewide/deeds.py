"""One call of each command, as whoever acts would give it in the scene."""

from pathlib import Path

from tests.sitewide.deeds_at_the_door import AUDIT, DOOR_PEOPLE, IDENTITY, SHELL
from tests.sitewide.scene import Deed, Scene
from weefsel.communities.commands.accept_invitation_to import accept_invitation_to
from weefsel.communities.commands.accept_rules import accept_rules
from weefsel.communities.commands.approve_request import approve_request
from weefsel.communities.commands.archive_community import archive_community
from weefsel.communities.commands.ask_to_join import ask_to_join
from weefsel.communities.commands.change_community import change_community
from weefsel.communities.commands.decline_invitation_to import decline_invitation_to
from weefsel.communities.commands.decline_request import decline_request
from weefsel.communities.commands.import_community import ImportedCommunity, import_community
from weefsel.communities.commands.invite_address import invite_address
from weefsel.communities.commands.invite_domain import invite_domain
from weefsel.communities.commands.invite_person import invite_person
from weefsel.communities.commands.join_community import join_community
from weefsel.communities.commands.leave_community import leave_community
from weefsel.communities.commands.open_community import open_community
from weefsel.communities.commands.pass_on_ownerships import pass_on_ownerships
from weefsel.communities.commands.remove_member import remove_member
from weefsel.communities.commands.reopen_community import reopen_community
from weefsel.communities.commands.set_member_role import set_member_role
from weefsel.communities.commands.share_community import share_community
from weefsel.communities.commands.use_invitation_link import use_invitation_link
from weefsel.communities.commands.withdraw_invitation import withdraw_invitation
from weefsel.communities.commands.withdraw_request import withdraw_request
from weefsel.communities.commands.write_charter import write_charter
from weefsel.kernel import clock
from weefsel.notices.commands.finish_all import finish_all
from weefsel.notices.commands.finish_notice import finish_notice
from weefsel.notices.commands.reopen_notice import reopen_notice
from weefsel.notices.commands.settle_invitation import settle_invitation
from weefsel.notices.commands.settle_request import settle_request
from weefsel.notices.commands.settle_unseen import settle_unseen
from weefsel.notices.commands.tell_of_invitation import tell_of_invitation
from weefsel.notices.commands.tell_of_lost_owner import tell_of_lost_owner
from weefsel.notices.commands.tell_of_mention import tell_of_mention
from weefsel.notices.commands.tell_of_reply import tell_of_reply
from weefsel.notices.commands.tell_of_request import tell_of_request
from weefsel.notices.commands.tell_of_role import tell_of_role
from weefsel.notices.testing import make_notice
from weefsel.people.commands.add_person import add_person
from weefsel.people.commands.bring_person_back import bring_person_back
from weefsel.people.commands.choose_organisation import choose_organisation
from weefsel.people.commands.drop_sync_file import drop_sync_file
from weefsel.people.commands.end_person import end_person
from weefsel.people.commands.finish_welcome import finish_welcome
from weefsel.people.commands.follow_person import follow_person
from weefsel.people.commands.import_hierarchy import import_hierarchy
from weefsel.people.commands.import_person import ImportedPerson, import_person
from weefsel.people.commands.keep_sync_file import keep_sync_file
from weefsel.people.commands.link_placeholder import link_placeholder
from weefsel.people.commands.mend_closure import mend_closure
from weefsel.people.commands.preview_sync import preview_sync
from weefsel.people.commands.run_sync import run_sync
from weefsel.people.commands.save_profile import save_profile
from weefsel.people.commands.set_ask_me_about import set_ask_me_about
from weefsel.people.commands.start_sync import start_sync
from weefsel.people.commands.sync_people import sync_people
from weefsel.people.commands.unfollow_person import unfollow_person
from weefsel.people.commands.unlink_placeholder import unlink_placeholder
from weefsel.people.models import SyncRun
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.drop_draft import drop_draft
from weefsel.posts.commands.edit_post import edit_post
from weefsel.posts.commands.follow_thread import follow_thread
from weefsel.posts.commands.import_posts import import_posts
from weefsel.posts.commands.keep_draft import keep_draft
from weefsel.posts.commands.lock_thread import lock_thread
from weefsel.posts.commands.mark_seen import mark_seen
from weefsel.posts.commands.mend_latest_ids import mend_latest_ids
from weefsel.posts.commands.pin_post import pin_post
from weefsel.posts.commands.publish_post import publish_post
from weefsel.posts.commands.react import react
from weefsel.posts.commands.refresh_cards import refresh_cards
from weefsel.posts.commands.remove_post import remove_post
from weefsel.posts.commands.reply import reply
from weefsel.posts.commands.save_post import save_post
from weefsel.posts.commands.take_back_reaction import take_back_reaction
from weefsel.posts.commands.unfollow_thread import unfollow_thread
from weefsel.posts.commands.unlock_thread import unlock_thread
from weefsel.posts.commands.unpin_post import unpin_post
from weefsel.posts.commands.unsave_post import unsave_post
from weefsel.transfer.commands.import_slack import import_slack
from weefsel.transfer.commands.run_import import run_import
from weefsel.transfer.commands.start_import import start_import
from weefsel.transfer.models import ImportRun

HR_FILE = b"email,name\nnew@lindewever.example,New One\n"
EXPORT = Path(__file__).parents[1] / "data/slack/testarchive.zip"


def _link(s: Scene) -> str:
    return invite_domain(s.actors["owner"], community_id=s.community.pk, domain="kunde.example")[1]


def _archived(s: Scene) -> int:
    archive_community(s.actors["owner"], community_id=s.community.pk)
    return s.community.pk


def _run(s: Scene) -> int:
    return ImportRun.objects.create(kind="slack", file_name="a.zip", file_path=str(EXPORT), digest="0" * 64).pk


def _sync_run() -> int:
    return SyncRun.objects.create(file_name="hr.csv", file=HR_FILE).pk


def _notice(s: Scene) -> int:
    return make_notice(s.people["member"], s.post).pk


COMMUNITIES: dict[str, Deed] = {
    "open_community": lambda s, r, a: open_community(a, name="A new place", kind="open"),
    "change_community": lambda s, r, a: change_community(a, community_id=s.community.pk, name="New", kind="on_request"),
    "archive_community": lambda s, r, a: archive_community(a, community_id=s.community.pk),
    "reopen_community": lambda s, r, a: reopen_community(a, community_id=_archived(s)),
    "share_community": lambda s, r, a: share_community(
        a, community_id=s.community.pk, organisation_ids=[s.customer.pk], rules_of_engagement="Be fair."
    ),
    "write_charter": lambda s, r, a: write_charter(a, community_id=s.open_community.pk, text="Be kind."),
    "set_member_role": lambda s, r, a: set_member_role(
        a, community_id=s.community.pk, person_id=s.people["member"].pk, role="moderator"
    ),
    "remove_member": lambda s, r, a: remove_member(
        a, community_id=s.community.pk, person_id=s.people["external member"].pk
    ),
    "join_community": lambda s, r, a: join_community(a, community_id=s.open_community.pk),
    "ask_to_join": lambda s, r, a: ask_to_join(a, community_id=s.community.pk),
    "withdraw_request": lambda s, r, a: withdraw_request(a, join_request_id=s.request.pk),
    "approve_request": lambda s, r, a: approve_request(a, join_request_id=s.request.pk),
    "decline_request": lambda s, r, a: decline_request(a, join_request_id=s.request.pk),
    "invite_person": lambda s, r, a: invite_person(a, community_id=s.community.pk, person_id=s.asked.pk),
    "invite_address": lambda s, r, a: invite_address(a, community_id=s.community.pk, email="new@kunde.example"),
    "invite_domain": lambda s, r, a: invite_domain(a, community_id=s.community.pk, domain="kunde.example"),
    "accept_invitation_to": lambda s, r, a: accept_invitation_to(a, invitation_id=s.invitation.pk),
    "decline_invitation_to": lambda s, r, a: decline_invitation_to(a, invitation_id=s.invitation.pk),
    "withdraw_invitation": lambda s, r, a: withdraw_invitation(a, invitation_id=s.invitation.pk),
    "use_invitation_link": lambda s, r, a: use_invitation_link(a, token=_link(s)),
    "accept_rules": lambda s, r, a: accept_rules(a, community_id=s.community.pk, version=0),
    "leave_community": lambda s, r, a: leave_community(
        a, community_id=s.community.pk, successor_id=s.people["moderator"].pk if r == "owner" else None
    ),
    "import_community": lambda s, r, a: import_community(
        a, community=ImportedCommunity("test", "1", "Imported", "open", clock.now())
    ),
    "pass_on_ownerships": lambda s, r, a: pass_on_ownerships(a, person_id=s.people["former member"].pk),
}
POSTS: dict[str, Deed] = {
    "publish_post": lambda s, r, a: publish_post(a, home_id=s.place.pk, body="Something new"),
    "reply": lambda s, r, a: reply(a, thread_id=s.post.pk, body="An answer"),
    "react": lambda s, r, a: react(a, post_id=s.post.pk, kind="thanks"),
    "take_back_reaction": lambda s, r, a: take_back_reaction(a, post_id=s.post.pk),
    "edit_post": lambda s, r, a: edit_post(a, post_id=s.own_post(r), body="Better words", edit_number=0),
    "delete_post": lambda s, r, a: delete_post(a, post_id=s.own_post(r)),
    "remove_post": lambda s, r, a: remove_post(a, post_id=s.post.pk, reason="It names a customer."),
    "pin_post": lambda s, r, a: pin_post(a, post_id=s.post.pk),
    "unpin_post": lambda s, r, a: unpin_post(a, post_id=s.post.pk),
    "lock_thread": lambda s, r, a: lock_thread(a, post_id=s.post.pk),
    "unlock_thread": lambda s, r, a: unlock_thread(a, post_id=s.post.pk),
    "save_post": lambda s, r, a: save_post(a, post_id=s.post.pk),
    "unsave_post": lambda s, r, a: unsave_post(a, post_id=s.post.pk),
    "follow_thread": lambda s, r, a: follow_thread(a, post_id=s.post.pk),
    "unfollow_thread": lambda s, r, a: unfollow_thread(a, post_id=s.post.pk),
    "keep_draft": lambda s, r, a: keep_draft(a, place=f"home:{s.place.pk}", body="Half a thought"),
    "drop_draft": lambda s, r, a: drop_draft(a, place=f"home:{s.place.pk}"),
    "mark_seen": lambda s, r, a: mark_seen(a, until_id=s.post.pk),
    "import_posts": lambda s, r, a: import_posts(a, source="test", home_id=s.place.pk, posts=[]),
    "refresh_cards": lambda s, r, a: refresh_cards(a, person_id=s.people["member"].pk),
    "mend_latest_ids": lambda s, r, a: mend_latest_ids(a, home_ids=[s.place.pk]),
}
NOTICES: dict[str, Deed] = {
    "finish_notice": lambda s, r, a: finish_notice(a, notice_id=_notice(s)),
    "reopen_notice": lambda s, r, a: reopen_notice(a, notice_id=_notice(s)),
    "finish_all": lambda s, r, a: finish_all(a, until_id=_notice(s)),
    "tell_of_mention": lambda s, r, a: tell_of_mention(a, post_id=s.post.pk, person_id=s.asked.pk),
    "tell_of_reply": lambda s, r, a: tell_of_reply(a, post_id=s.reply.pk),
    "tell_of_invitation": lambda s, r, a: tell_of_invitation(a, invitation_id=s.invitation.pk),
    "tell_of_request": lambda s, r, a: tell_of_request(a, join_request_id=s.request.pk),
    "tell_of_role": lambda s, r, a: tell_of_role(
        a, community_id=s.community.pk, person_id=s.people["owner"].pk, by_id=s.people["member"].pk
    ),
    "tell_of_lost_owner": lambda s, r, a: tell_of_lost_owner(
        a, community_id=s.community.pk, person_id=s.people["former member"].pk
    ),
    "settle_request": lambda s, r, a: settle_request(a, join_request_id=s.request.pk),
    "settle_invitation": lambda s, r, a: settle_invitation(a, invitation_id=s.invitation.pk),
    "settle_unseen": lambda s, r, a: settle_unseen(a, person_id=s.people["member"].pk),
}
PEOPLE: dict[str, Deed] = {
    "choose_organisation": lambda s, r, a: choose_organisation(a, email="x@kunde.example", is_guest=False),
    "import_person": lambda s, r, a: import_person(a, person=ImportedPerson("test", "1", "New One", s.home.pk)),
    "import_hierarchy": lambda s, r, a: import_hierarchy(a, source="test", organisations=[], units=[], people=[]),
    "mend_closure": lambda s, r, a: mend_closure(a, unit_ids=[]),
    "sync_people": lambda s, r, a: sync_people(a, file=HR_FILE, dry_run=True),
    "add_person": lambda s, r, a: add_person(a, name="New One", email="new@lindewever.example"),
    "end_person": lambda s, r, a: end_person(a, person_id=s.asked.pk),
    "bring_person_back": lambda s, r, a: bring_person_back(a, person_id=s.asked.pk),
    "link_placeholder": lambda s, r, a: link_placeholder(a, placeholder_id=s.asked.pk, person_id=s.invited.pk),
    "unlink_placeholder": lambda s, r, a: unlink_placeholder(a, placeholder_id=s.asked.pk),
    "save_profile": lambda s, r, a: save_profile(a, own_words="Ask me anything", topics=["looms"]),
    "set_ask_me_about": lambda s, r, a: set_ask_me_about(a, topics=["looms"]),
    "follow_person": lambda s, r, a: follow_person(a, person_id=s.asked.pk),
    "unfollow_person": lambda s, r, a: unfollow_person(a, person_id=s.asked.pk),
    "finish_welcome": lambda s, r, a: finish_welcome(a),
    "keep_sync_file": lambda s, r, a: keep_sync_file(a, file_name="hr.csv", file=HR_FILE),
    "drop_sync_file": lambda s, r, a: drop_sync_file(a, run_id=_sync_run()),
    "preview_sync": lambda s, r, a: preview_sync(a, run_id=_sync_run(), deactivate_missing=False),
    "start_sync": lambda s, r, a: start_sync(a, run_id=_sync_run(), deactivate_missing=False),
    "run_sync": lambda s, r, a: run_sync(a, run_id=_sync_run()),
}
TRANSFER: dict[str, Deed] = {
    "start_import": lambda s, r, a: start_import(a, kind="slack", file_name="a.zip", path=EXPORT, dry_run=True),
    "run_import": lambda s, r, a: run_import(a, run_id=_run(s)),
    "import_slack": lambda s, r, a: import_slack(a, path=EXPORT, dry_run=True),
}

DEEDS: dict[str, Deed] = {
    f"{app}.{name}": deed
    for app, deeds in {
        "communities": COMMUNITIES,
        "posts": POSTS,
        "notices": NOTICES,
        "people": PEOPLE | DOOR_PEOPLE,
        "transfer": TRANSFER,
        "identity": IDENTITY,
        "audit": AUDIT,
        "shell": SHELL,
    }.items()
    for name, deed in deeds.items()
}
