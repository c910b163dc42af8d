"""Each list asks the database as often for thirty rows as for three, and no more than is written here.

The number is the cost of the whole page for somebody signed in, the frame with it, cards not kept. It is reviewed: a
higher one needs a reason. Repeated queries inside a page fail by themselves (zeal, in tests/settings.py).
"""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.sitewide import rows
from tests.sitewide.looking import keep_the_frame
from weefsel.identity.testing import sign_in
from weefsel.kernel.testing import Count, run_jobs, statements
from weefsel.posts.queries.fragments import drawings

pytestmark = pytest.mark.django_db

# Address, what makes a row of it, and the most statements that the page may take.
BUDGETS: dict[str, tuple[str, rows.Row, int]] = {
    "home": ("/", rows.post_row, 7),
    "community": ("/communities/place/", rows.post_row, 21),
    "thread": ("/posts/{start}/", rows.reply_row, 9),
    "history": ("/posts/{start}/history/", rows.edit_row, 7),
    "reactions": ("/posts/{start}/reactions/", rows.reaction_row, 6),
    "saved": ("/saved/", rows.post_row, 8),
    "topic": ("/topics/weft/", rows.post_row, 10),
    "drafts": ("/drafts/", rows.draft_row, 5),
    "write": ("/posts/new/", rows.community_row, 9),
    "people": ("/people/", rows.member_row, 9),
    "people, narrowed": ("/people/?q=person&topic=weft", rows.member_row, 9),
    "person": ("/people/reader/", rows.own_post_row, 15),
    "person with reports": ("/people/reader/", rows.member_row, 15),
    "units": ("/units/", rows.unit_row, 5),
    "unit": ("/units/{unit}/", rows.member_row, 10),
    "unit with units": ("/units/{unit}/", rows.unit_row, 10),
    "communities": ("/communities/", rows.community_row, 5),
    "members": ("/communities/place/members/", rows.member_row, 15),
    "requests": ("/communities/place/requests/", rows.request_row, 16),
    "invite": ("/communities/place/invite/?q=person", rows.member_row, 19),
    "leave": ("/communities/place/leave/?q=person", rows.member_row, 16),
    "inbox": ("/inbox/", rows.post_row, 4),
    "inbox of requests": ("/inbox/", rows.request_row, 4),
    "welcome, communities": ("/welcome/", rows.community_of_others_row, 5),
    "welcome, people": ("/welcome/?step=people", rows.member_row, 5),
    "letters": ("/steward/letters/", rows.letter_row, 4),
    "invitations": ("/steward/invitations/", rows.invitation_row, 4),
    "accounts": ("/steward/accounts/", rows.account_row, 5),
    "roles": ("/steward/roles/", rows.account_row, 5),
    "audit": ("/steward/audit/", rows.audited_row, 5),
    "imports": ("/steward/imports/", rows.run_row, 4),
    "people sync": ("/steward/people/", rows.run_row, 4),
    "placeholders": ("/steward/placeholders/", rows.placeholder_row, 4),
    "sessions": ("/settings/sessions/", rows.session_row, 4),
}


@pytest.mark.parametrize("name", sorted(BUDGETS))
def test_a_list_costs_the_same_with_three_rows_and_with_thirty(name: str) -> None:
    address, make_row, most = BUDGETS[name]
    world = rows.World()
    client = Client()
    assert world.reader.account is not None
    sign_in(client, world.reader.account)
    url = address.format(start=world.start.pk, unit=world.unit.pk)
    keep_the_frame(client)
    few, many = (cost_with(client, url, lambda: make_row(world), more) for more in (3, 27))
    assert few.total == many.total, f"{few}\n\n{many}"
    assert many.total <= most, many


def cost_with(client: Client, url: str, make_row: Callable[[], None], more: int) -> Count:
    """What the page asks once so many more rows stand, with no card kept from before."""
    for _ in range(more):
        make_row()
    run_jobs()
    drawings.clear()
    with statements() as count:
        answer = client.get(url)
    assert answer.status_code == 200
    return count
