import pytest

from weefsel.audit.models import Entry
from weefsel.communities.commands.open_community import open_community
from weefsel.communities.models import Community, Membership
from weefsel.communities.testing import make_community
from weefsel.kernel.actor import Role
from weefsel.kernel.refusals import Invalid, NotAllowed
from weefsel.people.models import Network
from weefsel.people.testing import actor_for, make_organisation, make_person

pytestmark = pytest.mark.django_db


def test_an_employee_opens_a_community_and_owns_it() -> None:
    marie = make_person()
    pk = open_community(
        actor_for(marie), name="  Process   engineering ", kind="open", purpose="Out loud.", charter="Be."
    )
    community = Community.objects.get(pk=pk)
    assert (community.name, community.slug) == ("Process engineering", "process-engineering")
    assert Membership.objects.get(community=community).person == marie
    assert Membership.objects.get(community=community).role == "owner"
    assert Community.objects.filter(pk=pk, home__isnull=False).exists()
    assert community.charters.get().text == "Be."
    assert Entry.objects.filter(deed="community_opened", thing_id=str(pk)).count() == 1


def test_names_may_repeat_but_addresses_do_not() -> None:
    actor = actor_for(make_person())
    first, second = (open_community(actor, name="Weaving", kind="open") for _ in range(2))
    assert set(Community.objects.values_list("slug", flat=True)) == {"weaving", "weaving-2"}
    assert first != second


def test_no_community_takes_an_address_of_ours() -> None:
    pk = open_community(actor_for(make_person()), name="New", kind="open")
    assert Community.objects.get(pk=pk).slug != "new"


def test_a_name_in_another_script_gets_an_address_too() -> None:
    pk = open_community(actor_for(make_person()), name="織物", kind="open")
    assert Community.objects.get(pk=pk).slug == "community"


def test_the_address_of_a_hidden_community_tells_nothing() -> None:
    pk = open_community(actor_for(make_person()), name="Reorganisation", kind="hidden")
    assert "reorganisation" not in Community.objects.get(pk=pk).slug
    pk = open_community(actor_for(make_person()), name="Reorganisation", kind="open")
    assert Community.objects.get(pk=pk).slug == "reorganisation"


def test_somebody_from_outside_opens_none() -> None:
    with pytest.raises(NotAllowed):
        open_community(actor_for(make_person(organisation=make_organisation())), name="Ours", kind="open")


def test_a_network_may_leave_hidden_ones_to_stewards() -> None:
    Network.objects.create(name="Lindewever", hidden_by_stewards_only=True)
    with pytest.raises(NotAllowed):
        open_community(actor_for(make_person()), name="Quiet", kind="hidden")
    assert open_community(actor_for(make_person(), {Role.STEWARD}), name="Quiet", kind="hidden")


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("name", {"name": " \x00 "}),
        ("name", {"name": "n" * 81}),
        ("purpose", {"purpose": "p" * 401}),
        ("kind", {"kind": "secret"}),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field(field: str, given: dict[str, str]) -> None:
    with pytest.raises(Invalid) as refusal:
        open_community(actor_for(make_person()), **{"name": "Fine", "kind": "open", **given})
    assert set(refusal.value.fields) == {field}


def test_a_community_is_found_by_name_without_accents() -> None:
    pk = open_community(actor_for(make_person()), name="Zuivelcoöperatie", kind="open")
    assert Community.objects.get(pk=pk).search_name == "zuivelcooperatie"
    assert make_community(name="Été").search_name == "ete"
