from datetime import date, timedelta

import pytest

from weefsel.communities.commands.accept_invitation_to import accept_invitation_to
from weefsel.communities.commands.approve_request import approve_request
from weefsel.communities.commands.ask_to_join import ask_to_join
from weefsel.communities.commands.decline_invitation_to import decline_invitation_to
from weefsel.communities.commands.decline_request import decline_request
from weefsel.communities.commands.invite_person import invite_person
from weefsel.communities.commands.leave_community import leave_community
from weefsel.communities.commands.pass_on_ownerships import pass_on_ownerships
from weefsel.communities.commands.set_member_role import set_member_role
from weefsel.communities.commands.withdraw_request import withdraw_request
from weefsel.communities.models import CommunityInvitation, Membership
from weefsel.communities.testing import make_community, make_member
from weefsel.identity.models import NetworkRole
from weefsel.kernel import clock
from weefsel.kernel.actor import Power, Role, acting_job
from weefsel.kernel.refusals import NotAllowed
from weefsel.kernel.seams.notice_kinds import notice_kinds
from weefsel.kernel.testing import run_jobs
from weefsel.notices.commands.finish_notice import finish_notice
from weefsel.notices.commands.tell_of_mention import tell_of_mention
from weefsel.notices.commands.tell_of_reply import tell_of_reply
from weefsel.notices.models import Notice
from weefsel.notices.terms import BATCH
from weefsel.people.models import Person
from weefsel.people.testing import actor_for, make_organisation, make_person
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.models import Post, ThreadFollow
from weefsel.posts.testing import make_post, make_reply

pytestmark = pytest.mark.django_db


def told(person: Person, *, is_done: bool = False) -> list[str]:
    run_jobs()
    found = Notice.objects.filter(person=person, done_at__isnull=not is_done)
    return list(found.order_by("pk").values_list("kind", flat=True))


def make_steward() -> Person:
    person = make_person(has_account=True)
    NetworkRole.objects.create(account_id=person.account_id or 0, role=Role.STEWARD)
    return person


def test_who_is_mentioned_is_told_once() -> None:
    author, ana = make_person(), make_person(handle="ana")
    post = make_post(author, body="Hello @ana, and @ana again.")
    assert told(ana) == ["mentioned"]
    tell_of_mention(acting_job(Power.NOTIFY), post_id=post.pk, person_id=ana.pk)
    assert told(ana) == ["mentioned"]
    notice = Notice.objects.get()
    assert (notice.by, notice.post) == (author, post)


def test_a_mention_beats_an_answer() -> None:
    ana, bo = make_person(handle="ana"), make_person()
    thread = make_post(ana)
    make_reply(bo, thread, body="Yes, @ana.")
    assert told(ana) == ["mentioned"]


def test_a_mention_that_comes_later_beats_the_answer_that_was_told() -> None:
    ana, bo = make_person(handle="ana"), make_person()
    answer = make_reply(bo, make_post(ana))
    assert told(ana) == ["answered"]
    answer.mentions.create(person=ana)
    tell_of_mention(acting_job(Power.NOTIFY), post_id=answer.pk, person_id=ana.pk)
    assert told(ana) == ["mentioned"]


def test_nobody_is_told_of_what_they_do_themselves() -> None:
    ana = make_person(handle="ana")
    thread = make_post(ana, body="A note to @ana.")
    make_reply(ana, thread)
    assert told(ana) == []


def test_a_reply_reaches_who_follows_and_not_who_said_no() -> None:
    author, follower, silent, replier = make_person(), make_person(), make_person(), make_person()
    thread = make_post(author)
    ThreadFollow.objects.create(person=follower, thread=thread)
    ThreadFollow.objects.create(person=silent, thread=thread, is_following=False)
    answer = make_reply(replier, thread)
    assert [told(p) for p in (author, follower, silent, replier)] == [["answered"], ["answered"], [], []]
    assert Notice.objects.filter(post=answer).count() == 2


def test_who_unfollowed_is_not_told_even_of_an_answer_to_their_own_reply() -> None:
    author, bo, cas = make_person(), make_person(), make_person()
    thread = make_post(author)
    said = make_reply(bo, thread)
    ThreadFollow.objects.filter(person=bo, thread=thread).update(is_following=False)
    make_reply(cas, thread, reply_to=said)
    assert told(bo) == []


def test_nobody_is_told_of_what_they_may_not_read() -> None:
    author, outsider = make_person(), make_person(handle="luc")
    community = make_community("hidden", author)
    post = make_post(author, community)
    post.mentions.create(person=outsider)
    ThreadFollow.objects.create(person=outsider, thread=post)
    tell_of_mention(acting_job(Power.NOTIFY), post_id=post.pk, person_id=outsider.pk)
    make_reply(author, post)
    assert told(outsider) == []


def test_an_external_is_told_of_nothing_that_is_inside_only() -> None:
    author, customer = make_person(), make_organisation()
    guest = make_person(organisation=customer)
    community = make_community(owner=author, shared_with=(customer,))
    make_member(community, guest)
    for inside_only, expected in ((True, []), (False, ["mentioned"])):
        post = make_post(author, community, inside_only=inside_only)
        post.mentions.get_or_create(person=guest)
        tell_of_mention(acting_job(Power.NOTIFY), post_id=post.pk, person_id=guest.pk)
        assert told(guest) == expected


@pytest.mark.parametrize("who", ["gone", "bot", "placeholder"])
def test_who_is_not_there_is_told_nothing(who: str) -> None:
    author = make_person()
    person = make_person(left_on=date(2026, 1, 1)) if who == "gone" else make_person(kind=who)
    post = make_post(author)
    post.mentions.create(person=person)
    tell_of_mention(acting_job(Power.NOTIFY), post_id=post.pk, person_id=person.pk)
    assert told(person) == []


def test_what_was_brought_in_or_deleted_tells_nobody() -> None:
    author, ana = make_person(), make_person(handle="ana")
    brought = make_post(author)
    brought.mentions.create(person=ana)
    Post.objects.filter(pk=brought.pk).update(source="slack", source_key="1")
    gone = make_post(author, body="@ana")
    delete_post(actor_for(author), post_id=gone.pk)
    for post in (brought, gone):
        tell_of_mention(acting_job(Power.NOTIFY), post_id=post.pk, person_id=ana.pk)
    assert told(ana) == []


def test_the_mention_of_a_community_tells_nobody() -> None:
    author, member = make_person(), make_person()
    community = make_community(owner=author, slug="weaving")
    make_member(community, member)
    make_post(author, community, body="For all of @weaving")
    assert told(member) == []


def test_a_thread_that_many_follow_is_told_in_batches_to_everybody_once() -> None:
    author, replier = make_person(), make_person()
    thread = make_post(author)
    people = [make_person() for _ in range(2 * BATCH + 7)]
    ThreadFollow.objects.bulk_create(ThreadFollow(person=person, thread=thread) for person in people)
    run_jobs()
    answer = make_reply(replier, thread)
    run_jobs()
    assert Notice.objects.filter(post=answer).count() == len(people) + 1
    assert tell_of_reply(acting_job(Power.NOTIFY), post_id=answer.pk) > 0
    assert Notice.objects.filter(post=answer).count() == len(people) + 1


def test_a_request_asks_who_decides_and_the_answer_reaches_who_asked() -> None:
    owner, moderator, member, asking = (make_person() for _ in range(4))
    customer = make_organisation()
    outside = make_person(organisation=customer)
    community = make_community("on_request", owner, shared_with=(customer,))
    make_member(community, moderator, "moderator")
    make_member(community, member)
    make_member(community, outside, "moderator")
    request = ask_to_join(actor_for(asking), community_id=community.pk)
    assert [told(p) for p in (owner, moderator, member, outside)] == [["asked_to_approve"]] * 2 + [[], []]
    approve_request(actor_for(owner), join_request_id=request)
    assert [told(p) for p in (owner, moderator, asking)] == [[], [], ["request_decided"]]


def test_a_no_is_told_and_a_request_taken_back_asks_nobody_any_more() -> None:
    owner, asking = make_person(), make_person()
    community = make_community("on_request", owner)
    decline_request(actor_for(owner), join_request_id=ask_to_join(actor_for(asking), community_id=community.pk))
    assert told(asking) == ["request_decided"]
    again = ask_to_join(actor_for(asking), community_id=community.pk)
    assert told(owner) == ["asked_to_approve"]
    withdraw_request(actor_for(asking), join_request_id=again)
    assert told(owner) == []


def test_where_no_owner_is_left_the_stewards_are_asked() -> None:
    steward, asking = make_steward(), make_person()
    community = make_community("on_request")
    ask_to_join(actor_for(asking), community_id=community.pk)
    assert told(steward) == ["asked_to_approve"]


def test_an_invitation_is_told_and_done_when_it_is_answered() -> None:
    owner, guest = make_person(), make_person()
    for answer in (accept_invitation_to, decline_invitation_to):
        community = make_community("hidden", owner)
        pk = invite_person(actor_for(owner), community_id=community.pk, person_id=guest.pk)
        assert told(guest) == ["invited"]
        answer(actor_for(guest), invitation_id=pk)
        assert told(guest) == []
    assert told(owner) == []


def test_an_invitation_written_anew_is_told_anew() -> None:
    owner, guest = make_person(), make_person()
    community = make_community("hidden", owner)
    pk = invite_person(actor_for(owner), community_id=community.pk, person_id=guest.pk)
    run_jobs()
    long_ago = clock.now() - timedelta(days=40)
    CommunityInvitation.objects.filter(pk=pk).update(created_at=long_ago, expires_at=long_ago)
    Notice.objects.update(key=f"invitation:{pk}:{int(long_ago.timestamp())}")
    invite_person(actor_for(owner), community_id=community.pk, person_id=guest.pk)
    assert told(guest) == ["invited", "invited"]


def test_accepting_an_invitation_answers_what_moderators_were_asked() -> None:
    owner, guest = make_person(), make_person()
    community = make_community("on_request", owner)
    ask_to_join(actor_for(guest), community_id=community.pk)
    assert told(owner) == ["asked_to_approve"]
    pk = invite_person(actor_for(owner), community_id=community.pk, person_id=guest.pk)
    accept_invitation_to(actor_for(guest), invitation_id=pk)
    assert told(owner) == []
    assert told(guest) == []


def test_a_new_owner_is_told_who_made_them_one() -> None:
    owner, successor = make_person(), make_person()
    community = make_community(owner=owner)
    make_member(community, successor)
    leave_community(actor_for(owner), community_id=community.pk, successor_id=successor.pk)
    assert told(successor) == ["looks_after"]
    assert Notice.objects.get().by == owner


def test_stewards_are_asked_for_an_owner_until_there_is_one() -> None:
    steward, member = make_steward(), make_person()
    gone = make_person(left_on=date(2026, 1, 1))
    community = make_community("hidden", gone)
    make_member(community, member)
    pass_on_ownerships(acting_job(Power.SYNC_PEOPLE), person_id=gone.pk)
    assert told(steward) == ["take_over"]
    assert told(make_person()) == []
    set_member_role(actor_for(steward), community_id=community.pk, person_id=member.pk, role="owner")
    assert told(steward) == []
    assert told(member) == ["looks_after"]


def test_what_one_may_not_see_any_more_does_not_wait() -> None:
    owner, member = make_person(), make_person(handle="ana")
    community = make_community("hidden", owner)
    make_member(community, member)
    make_post(owner, community, body="@ana")
    gone = make_post(owner, body="@ana")
    assert told(member) == ["mentioned", "mentioned"]
    delete_post(actor_for(owner), post_id=gone.pk)
    assert told(member) == ["mentioned"]
    leave_community(actor_for(member), community_id=community.pk)
    assert told(member) == []
    assert not Membership.objects.filter(person=member).exists()


def test_what_was_done_stays_done_when_a_job_runs_again() -> None:
    author, ana = make_person(), make_person(handle="ana", has_account=True)
    post = make_post(author, body="@ana")
    run_jobs()
    finish_notice(actor_for(ana), notice_id=Notice.objects.get().pk)
    tell_of_mention(acting_job(Power.NOTIFY), post_id=post.pk, person_id=ana.pk)
    assert told(ana) == []
    assert told(ana, is_done=True) == ["mentioned"]


def test_only_jobs_tell() -> None:
    post = make_post(make_person())
    with pytest.raises(NotAllowed):
        tell_of_mention(actor_for(make_steward()), post_id=post.pk, person_id=make_person().pk)


def test_every_kind_has_a_sentence_a_reason_and_an_act_of_somebody() -> None:
    assert not Notice._meta.get_field("by").null
    assert len(notice_kinds) >= 7
    for kind in notice_kinds.values():
        assert "%(by)s" in str(kind.sentence)
        assert "%(where)s" in str(kind.sentence)
        assert str(kind.reason).strip()
