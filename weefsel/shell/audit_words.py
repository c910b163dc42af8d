"""The deeds of the audit trail, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from weefsel.kernel.actor import Door

DEEDS: dict[str, Promise] = {
    "account_disabled": gettext_lazy("disabled an account"),
    "account_email_released": gettext_lazy("took an address that was given on from an account"),
    "account_email_changed": gettext_lazy("changed the address of an account"),
    "account_enabled": gettext_lazy("enabled an account"),
    "account_opened": gettext_lazy("opened an account"),
    "charter_written": gettext_lazy("wrote a charter"),
    "community_archived": gettext_lazy("archived a community"),
    "community_changed": gettext_lazy("changed a community"),
    "community_imported": gettext_lazy("imported a community"),
    "community_opened": gettext_lazy("opened a community"),
    "community_reopened": gettext_lazy("reopened a community"),
    "community_shared": gettext_lazy("shared a community with people from outside"),
    "import_finished": gettext_lazy("finished an import"),
    "import_started": gettext_lazy("started an import"),
    "invitation_accepted": gettext_lazy("accepted an invitation"),
    "invitation_withdrawn": gettext_lazy("withdrew an invitation"),
    "invited": gettext_lazy("invited somebody into the network"),
    "join_declined": gettext_lazy("declined a request to join"),
    "last_owner_left": gettext_lazy("left a community without an owner"),
    "member_invited": gettext_lazy("invited somebody into a community"),
    "member_joined": gettext_lazy("joined a community"),
    "member_left": gettext_lazy("left a community"),
    "member_removed": gettext_lazy("removed a member"),
    "network_changed": gettext_lazy("changed the network"),
    "network_set_up": gettext_lazy("set the network up"),
    "other_sessions_ended": gettext_lazy("signed their other browsers out"),
    "people_synced": gettext_lazy("brought people in from a file"),
    "person_added": gettext_lazy("added a person"),
    "person_came_back": gettext_lazy("marked a person as back"),
    "person_joined": gettext_lazy("came into the network"),
    "person_left": gettext_lazy("marked a person as having left"),
    "placeholder_claimed": gettext_lazy("claimed a placeholder by signing in"),
    "placeholder_linked": gettext_lazy("said for whom a placeholder stands"),
    "placeholder_unlinked": gettext_lazy("took back for whom a placeholder stands"),
    "post removed": gettext_lazy("removed a post"),
    "role_changed": gettext_lazy("changed a member's role"),
    "role_given": gettext_lazy("gave a role"),
    "role_taken": gettext_lazy("took a role away"),
    "rules_accepted": gettext_lazy("accepted the rules of a community"),
    "second_factors_reset": gettext_lazy("reset how somebody signs in"),
    "session_ended": gettext_lazy("signed a browser out"),
}
DOORS: dict[str, Promise] = {
    Door.WEB: gettext_lazy("on a page"),
    Door.API: gettext_lazy("through the API"),
    Door.COMMAND: gettext_lazy("by a command"),
    Door.JOB: gettext_lazy("by itself"),
}


def deed_text(deed: str) -> str:
    """The deed as it follows a name; a deed without words of its own reads as it was recorded."""
    return str(DEEDS[deed]) if deed in DEEDS else deed.replace("_", " ")


def door_text(door: str) -> str:
    return str(DOORS.get(door, door))


def nobody_text() -> str:
    """Who did what no person did."""
    return _("The network")
