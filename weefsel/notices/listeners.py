"""What notices do when people do something that concerns others: write a job row; the job finds out whom to tell.

Imports announce events of their own that nothing here hears: nobody is told of what was brought in.
"""

from weefsel.communities.events import (
    CommunityChanged,
    InvitationClosed,
    JoinAsked,
    JoinDecided,
    MemberInvited,
    MemberLeft,
    OwnerLost,
    RoleChanged,
)
from weefsel.kernel.events import listen
from weefsel.notices.jobs.settle_invitation import settle_invitation
from weefsel.notices.jobs.settle_request import settle_request
from weefsel.notices.jobs.settle_unseen import (
    settle_unseen_in_community,
    settle_unseen_of_member,
    settle_unseen_post,
)
from weefsel.notices.jobs.tell_of_invitation import tell_of_invitation
from weefsel.notices.jobs.tell_of_lost_owner import tell_of_lost_owner
from weefsel.notices.jobs.tell_of_mention import tell_of_mention
from weefsel.notices.jobs.tell_of_reply import tell_of_reply
from weefsel.notices.jobs.tell_of_request import tell_of_request
from weefsel.notices.jobs.tell_of_role import tell_of_role
from weefsel.posts.events import PersonMentioned, PostDeleted, PostPublished


@listen(PersonMentioned)
def a_person_was_mentioned(event: PersonMentioned) -> None:
    tell_of_mention.enqueue(event.post_id, event.person_id)


@listen(PostPublished)
def a_reply_stands(event: PostPublished) -> None:
    """A thread start is read in the feed; a reply reaches those who follow its thread."""
    if event.thread_id is not None:
        tell_of_reply.enqueue(event.post_id)


@listen(PostDeleted)
def a_post_is_gone(event: PostDeleted) -> None:
    settle_unseen_post.enqueue(event.post_id)


@listen(MemberInvited)
def somebody_was_invited(event: MemberInvited) -> None:
    tell_of_invitation.enqueue(event.invitation_id)


@listen(InvitationClosed)
def an_invitation_was_answered(event: InvitationClosed) -> None:
    settle_invitation.enqueue(event.invitation_id)


@listen(JoinAsked)
def somebody_asks_to_join(event: JoinAsked) -> None:
    tell_of_request.enqueue(event.join_request_id)


@listen(JoinDecided)
def a_request_was_decided(event: JoinDecided) -> None:
    settle_request.enqueue(event.join_request_id)


@listen(RoleChanged)
def somebody_has_another_role(event: RoleChanged) -> None:
    if event.by_id is not None:
        tell_of_role.enqueue(event.community_id, event.person_id, event.by_id)


@listen(OwnerLost)
def a_community_has_no_owner(event: OwnerLost) -> None:
    tell_of_lost_owner.enqueue(event.community_id, event.person_id)


@listen(MemberLeft)
def a_member_has_left(event: MemberLeft) -> None:
    settle_unseen_of_member.enqueue(event.community_id, event.person_id)


@listen(CommunityChanged)
def a_community_changed(event: CommunityChanged) -> None:
    """Fewer people may see what stands in it, when its kind changed."""
    settle_unseen_in_community.enqueue(event.community_id)
