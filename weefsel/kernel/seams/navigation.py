"""What stands in the rail."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Destination:
    """A line of the rail. ``place`` orders it; ``for_externals`` says whether somebody from outside has it too."""

    place: int
    name: str
    label: Promise
    url_name: str
    icon: str
    for_externals: bool = False


navigation: list[Destination] = []


def destinations(*, is_external: bool) -> list[Destination]:
    """The lines of the rail in their order."""
    return sorted((d for d in navigation if d.for_externals or not is_external), key=lambda d: d.place)
