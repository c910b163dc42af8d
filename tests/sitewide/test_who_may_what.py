"""Every command is tried as every role; a command that is missing in the table fails."""

import importlib
import inspect
import pkgutil

import pytest
from django.db import transaction

import weefsel
from tests.sitewide.deeds import DEEDS
from tests.sitewide.scene import Scene, make_scene
from tests.sitewide.who_may_what import GRANTS, ROLES
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, NotAllowed, NotFound

# Written in the transaction of other deeds: it asks nothing of its own.
WITHOUT_A_RULE = {"audit.record"}


def all_commands() -> set[str]:
    found = set()
    for app in pkgutil.iter_modules(weefsel.__path__):
        commands = f"weefsel.{app.name}.commands"
        if not app.ispkg or importlib.util.find_spec(commands) is None:
            continue
        for module in pkgutil.iter_modules(importlib.import_module(commands).__path__):
            name = f"{commands}.{module.name}"
            if module.name.startswith("_") or module.ispkg:
                continue
            function = getattr(importlib.import_module(name), module.name, None)
            if inspect.isfunction(function):
                found.add(f"{app.name}.{module.name}")
    return found - WITHOUT_A_RULE


def test_every_command_stands_in_the_table() -> None:
    assert all_commands() == set(GRANTS) == set(DEEDS)


def may(scene: Scene, command: str, role: str, actor: Actor) -> bool:
    """Whether the deed is granted; whatever it did is taken back."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                DEEDS[command](scene, role, actor)
            granted = True
        except (NotAllowed, NotFound):
            granted = False
        except Conflict:  # the rule said yes, and the world no
            granted = True
        transaction.set_rollback(True)
    return granted


@pytest.mark.django_db
@pytest.mark.parametrize("part", range(4))
def test_each_role_may_just_what_the_table_says(part: int) -> None:
    scene = make_scene()
    commands = sorted(DEEDS)[part::4]
    granted = {c: {role for role in ROLES if may(scene, c, role, scene.actors[role])} for c in commands}
    assert granted == {c: GRANTS[c] for c in commands}
