import pytest

from weefsel.communities.commands.archive_community import archive_community
from weefsel.communities.commands.change_community import change_community
from weefsel.communities.commands.reopen_community import reopen_community
from weefsel.communities.models import Community
from weefsel.communities.testing import make_community, make_member
from weefsel.kernel.actor import Role
from weefsel.kernel.refusals import NotAllowed, NotFound
from weefsel.people.models import Network
from weefsel.people.testing import actor_for, make_person

pytestmark = pytest.mark.django_db


def test_a_renamed_community_keeps_its_address() -> None:
    owner = make_person()
    community = make_community(owner=owner, name="Weaving", slug="weaving")
    change_community(actor_for(owner), community_id=community.pk, name="Weaving together", kind="open", purpose="New.")
    community.refresh_from_db()
    assert (community.slug, community.name, community.purpose) == ("weaving", "Weaving together", "New.")
    assert community.search_name == "weaving together"


def test_what_becomes_hidden_gets_an_address_that_tells_nothing_and_gets_a_name_again() -> None:
    owner = make_person()
    community = make_community(owner=owner, name="Weaving", slug="weaving")
    change_community(actor_for(owner), community_id=community.pk, name="Weaving", kind="hidden")
    community.refresh_from_db()
    assert "weaving" not in community.slug
    assert make_community(slug="weaving").slug == "weaving"
    change_community(actor_for(owner), community_id=community.pk, name="Weaving", kind="invite_only")
    community.refresh_from_db()
    assert community.slug == "weaving-2"
    assert set(community.former_slugs.values_list("slug", flat=True)) >= {"weaving"}


def test_only_an_owner_changes_archives_and_reopens() -> None:
    moderator, stranger_to_it = make_person(), make_person()
    community = make_community("hidden", make_person())
    make_member(community, moderator, "moderator")
    for deed in (archive_community, reopen_community):
        with pytest.raises(NotAllowed):
            deed(actor_for(moderator), community_id=community.pk)
        with pytest.raises(NotFound):
            deed(actor_for(stranger_to_it), community_id=community.pk)
    with pytest.raises(NotAllowed):
        change_community(actor_for(moderator), community_id=community.pk, name="Mine", kind="open")


def test_a_steward_manages_only_what_has_no_owner_left() -> None:
    steward = actor_for(make_person(), {Role.STEWARD})
    with pytest.raises(NotAllowed):
        archive_community(steward, community_id=make_community(owner=make_person()).pk)
    with pytest.raises(NotFound):
        archive_community(steward, community_id=make_community("hidden", make_person()).pk)
    orphan = make_community("hidden")
    archive_community(steward, community_id=orphan.pk)
    assert Community.objects.get(pk=orphan.pk).archived_at is not None


def test_archiving_and_reopening_twice_is_once() -> None:
    owner = make_person()
    community = make_community(owner=owner)
    for _ in range(2):
        archive_community(actor_for(owner), community_id=community.pk)
    at = Community.objects.get(pk=community.pk).archived_at
    assert at is not None
    for _ in range(2):
        reopen_community(actor_for(owner), community_id=community.pk)
    assert Community.objects.get(pk=community.pk).archived_at is None


def test_hiding_is_left_to_stewards_where_the_network_says_so() -> None:
    Network.objects.create(name="Lindewever", hidden_by_stewards_only=True)
    owner = make_person()
    community = make_community(owner=owner)
    with pytest.raises(NotAllowed):
        change_community(actor_for(owner), community_id=community.pk, name="Quiet", kind="hidden")
