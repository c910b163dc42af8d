"""What stands around every page. The shell fills it; the page's template draws it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Destination:
    """A line of the rail."""

    label: str
    url: str
    icon: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class CommunityLink:
    """One of my communities. ``is_outside`` says that people from outside read there."""

    name: str
    url: str
    is_outside: bool = False
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """A language that one may choose at the door; ``name`` is in that language itself."""

    code: str
    name: str
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one page for one reader, a stranger by default.

    ``theme`` is light, dark or empty (the system decides); ``zone`` is the reader's time zone; ``page`` is home,
    search, inbox or me when the bottom bar should mark that place. Empty addresses hide their line.
    """

    network_name: str = "Weefsel"
    is_signed_in: bool = False
    destinations: tuple[Destination, ...] = ()
    communities: tuple[CommunityLink, ...] = ()
    more_communities_url: str = ""
    home_url: str = "/"
    search_url: str = "/search/"
    write_url: str = "/posts/new/"
    inbox_url: str = "/inbox/"
    inbox_note: str = ""
    settings_url: str = "/settings/"
    steward_url: str = ""
    sign_out_url: str = ""
    keys_url: str = "/keys/"
    person_name: str = ""
    person_handle: str = ""
    person_url: str = ""
    person_initials: str = ""
    person_dye: str = "slate"
    person_is_outside: bool = False
    language: str = "en"
    languages: tuple[Language, ...] = ()
    zone: str = "UTC"
    theme: str = ""
    page: str = ""
