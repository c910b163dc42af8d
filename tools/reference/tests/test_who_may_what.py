"""The auditor's page."""

from tools.reference.who_may_what import drawn


def test_each_command_is_granted_or_refused_to_each_role() -> None:
    page = drawn(("stranger", "owner"), {"posts.pin_post": {"owner"}, "communities.leave": {"stranger", "owner"}})
    assert "| | stranger | owner |\n|---|---|---|\n| leave | yes | yes |\n" in page
    assert "## posts\n\n| | stranger | owner |\n|---|---|---|\n| pin post | – | yes |\n" in page
