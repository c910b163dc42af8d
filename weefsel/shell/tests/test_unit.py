import re

import pytest
from django.test import Client
from django.utils import timezone

from weefsel.identity.testing import sign_in
from weefsel.kernel.testing import statements
from weefsel.people.models import Unit
from weefsel.people.queries.unit_page import UnitNode, UnitPage
from weefsel.people.testing import make_organisation, make_person, make_unit
from weefsel.shell.web.unit_drawing import MOST_DRAWN, rows_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_of_ann(client: Client) -> Client:
    ann = make_person("Ann", has_account=True)
    assert ann.account is not None
    sign_in(client, ann.account)
    return client


@pytest.fixture
def tree() -> dict[str, Unit]:
    top = make_unit("Lindewever")
    operations = make_unit("Operations", top, site="Kortrijk")
    weaving, finishing = make_unit("Weaving", operations), make_unit("Finishing", operations)
    looms = make_unit("Looms", weaving)
    return {unit.name: unit for unit in (top, operations, weaving, finishing, looms)}


def test_the_drawing_links_the_way_down_the_siblings_and_what_is_below(
    client_of_ann: Client, tree: dict[str, Unit]
) -> None:
    page = client_of_ann.get(f"/units/{tree['Weaving'].pk}/").content.decode()
    drawing = re.search(r"<svg viewBox.*?aria-labelledby=\"tree-title.*?</svg>", page, re.DOTALL)
    assert drawing is not None
    linked = re.findall(r'<a href="/units/(\d+)/"', drawing[0])
    wanted = ["Lindewever", "Operations", "Finishing", "Weaving", "Looms"]
    assert [int(unit) for unit in linked] == [tree[name].pk for name in wanted]
    assert drawing[0].count('aria-current="page"') == 1
    assert "<title" in drawing[0]
    assert "<desc" in drawing[0]
    listed = page[page.index('<ul class="unit-list">') :]
    for name in wanted:
        assert f'href="/units/{tree[name].pk}/"' in listed


def test_a_unit_shows_who_leads_it_and_everybody_below(client_of_ann: Client, tree: dict[str, Unit]) -> None:
    boss = make_person("Bea Boss", unit=tree["Weaving"])
    make_person("Cas", unit=tree["Weaving"], manager=boss)
    make_person("Dirk", unit=tree["Looms"], manager=boss)
    make_person("Gone", unit=tree["Looms"], left_on=timezone.now().date())
    make_person("Elsewhere", unit=tree["Finishing"])
    page = client_of_ann.get(f"/units/{tree['Weaving'].pk}/")
    assert [row.name for row in page.context["page"].heads] == ["Bea Boss"]
    assert [row.name for row in page.context["people"].rows] == ["Bea Boss", "Cas", "Dirk"]


def test_people_come_in_pages_of_twenty(client_of_ann: Client, tree: dict[str, Unit]) -> None:
    for _ in range(25):
        make_person(unit=tree["Looms"])
    first = client_of_ann.get(f"/units/{tree['Looms'].pk}/")
    second = client_of_ann.get(f"/units/{tree['Looms'].pk}/{first.context['more_url'].removesuffix('#people')}")
    assert (len(first.context["people"].rows), len(second.context["people"].rows)) == (20, 5)
    assert second.context["more_url"] == ""


def test_statements_do_not_grow_with_the_tree(client_of_ann: Client, tree: dict[str, Unit]) -> None:
    address = f"/units/{tree['Operations'].pk}/"
    client_of_ann.get(address)
    with statements() as few:
        client_of_ann.get(address)
    for _ in range(15):
        make_person(unit=make_unit(parent=tree["Operations"]))
    with statements() as many:
        client_of_ann.get(address)
    assert many.total == few.total, many


def test_a_big_tree_stays_small() -> None:
    nodes = tuple(UnitNode(n, f"Unit {n}", "") for n in range(1, 101))
    page = UnitPage(50, "Unit 50", "", (UnitNode(900, "Top", ""),), nodes, nodes, (), is_closed=False)
    boxes = rows_of(page)
    assert len(boxes) == 1 + MOST_DRAWN + 2 + MOST_DRAWN + 1
    assert [box.name for box in boxes if box.is_here] == ["Unit 50"]
    assert "43 more" in {box.name for box in boxes}


def test_the_top_of_the_tree_and_a_network_without_units(client_of_ann: Client) -> None:
    assert "No units yet" in client_of_ann.get("/units/").content.decode()
    top = make_unit("Lindewever")
    make_unit("Weaving", make_unit("Operations", top))
    page = client_of_ann.get("/units/").content.decode()
    for name in ("Lindewever", "Operations"):
        assert page.count(f">{name}</") == 2
    assert "Weaving" not in page


def test_long_names_are_cut_in_the_drawing_and_whole_in_the_list(client_of_ann: Client) -> None:
    name = "Betriebsinstandhaltungskoordination Nord und Süd"
    unit = make_unit(name)
    page = client_of_ann.get(f"/units/{unit.pk}/").content.decode()
    assert f"<title>{name}</title>" in page
    assert f">{name}</a>" in page


def test_units_do_not_exist_for_who_is_from_outside(client: Client, tree: dict[str, Unit]) -> None:
    petra = make_person("Petra", organisation=make_organisation(), has_account=True)
    assert petra.account is not None
    sign_in(client, petra.account)
    for address in ("/units/", f"/units/{tree['Looms'].pk}/", "/units/999999/"):
        assert client.get(address).status_code == 404
