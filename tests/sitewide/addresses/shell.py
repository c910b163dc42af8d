"""Addresses that span floors, of the look, of imports, and of health."""

from tests.sitewide.addresses.visit import Visit, Visits, deed, door, page
from tests.sitewide.stage import STEWARD, Stage


def _runs(stage: Stage) -> list[Visit]:
    return [Visit({"run_id": stage.run.pk}, who=STEWARD), Visit({"run_id": 10**15}, who=frozenset())]


SHELL: dict[str, Visits] = {
    "home": page("before=1", "before=999999999999999999&until=1"),
    "mark_seen": deed(),
    "welcome": page("step=people", "step=topics", "step=nothing"),
    "news": page("shown=0", "shown=1"),
    "imports": page(who=STEWARD),
    "import_run": _runs,
    "ui:keys": door(),
    "ui:styleguide": page(who=STEWARD),
    "health-live": door(),
    "health-ready": door(),
}
