"""What a browser says it is, in words a person knows: "Firefox on Windows"."""

from django.utils.translation import gettext as _

# The first sign that is found wins, so who pretends to be another stands before that other.
_BROWSERS = (
    ("edg", "Edge"),
    ("opr/", "Opera"),
    ("samsungbrowser", "Samsung Internet"),
    ("vivaldi", "Vivaldi"),
    ("firefox", "Firefox"),
    ("fxios", "Firefox"),
    ("crios", "Chrome"),
    ("chrome", "Chrome"),
    ("safari", "Safari"),
)
_SYSTEMS = (
    ("iphone", "iPhone"),
    ("ipad", "iPad"),
    ("android", "Android"),
    ("windows", "Windows"),
    ("cros", "ChromeOS"),
    ("mac os", "macOS"),
    ("linux", "Linux"),
)


def device_of(user_agent: str) -> str:
    """Browser and system of a user agent, as ``Firefox|Windows``; either half may be empty. Never the whole text."""
    told = user_agent[:500].lower()
    return f"{_first(told, _BROWSERS)}|{_first(told, _SYSTEMS)}"


def device_text(device: str) -> str:
    """The sentence for a reader."""
    browser, _bar, system = device.partition("|")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("An unknown device")


def _first(told: str, signs: tuple[tuple[str, str], ...]) -> str:
    return next((name for sign, name in signs if sign in told), "")
