"""The woven drawings: the cloth at the door and the sign of the network."""

from functools import cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_STEP = 40
_WIDTH, _HEIGHT = 760, 920
_WEFTS = {260: "madder", 580: "woad", 620: "woad", 780: "weld"}
_WARPS = {180: "verdigris", 540: "ink"}

_SIGN = SafeString(
    '<svg class="sign" viewBox="0 0 28 28" aria-hidden="true"><path class="warp" d="M6 1v26M14 1v26M22 1v26"/>'
    '<path class="gap" d="M1 6h10M17 6h10M9 14h10M1 22h10M17 22h10"/>'
    '<path class="weft" d="M1 6h9.8M17.2 6H27M1 14h1.8M9.2 14h9.6M25.2 14H27M1 22h9.8M17.2 22H27"/></svg>'
)


def sign() -> SafeString:
    """Three threads of warp, three of weft."""
    return _SIGN


def _over(at: int) -> tuple[str, str]:
    """Where the weft at ``at`` lies over the warp: a gap in the ground's colour, and the thread itself."""
    first = 20 if (at // _STEP) % 2 == 0 else 60
    crossings = range(first, _WIDTH, 2 * _STEP)
    return (
        "".join(f"M{x - 18} {at}h36" for x in crossings),
        "".join(f"M{x - 25} {at}h50" for x in crossings),
    )


@cache
def cloth() -> SafeString:
    """The cloth beside the door: plain weave, a few dyed threads. Decoration, and the only one that means nothing."""
    rows = range(20, _HEIGHT, _STEP)
    wefts = format_html_join("", '<path class="{}" d="M0 {}h760"/>', ((_WEFTS.get(y, "pale"), y) for y in rows))
    warps = format_html_join(
        "",
        '<path class="gap" d="M{0} 0v920"/><path class="{1}" d="M{0} 0v920"/>',
        ((x, _WARPS.get(x, "thread")) for x in range(20, _WIDTH, _STEP)),
    )
    overs = format_html_join(
        "",
        '<path class="gap" d="{}"/><path class="{}" d="{}"/>',
        ((_over(y)[0], _WEFTS.get(y, "pale"), _over(y)[1]) for y in rows),
    )
    return format_html(
        '<svg class="cloth" viewBox="0 0 760 920" preserveAspectRatio="xMidYMid slice" aria-hidden="true">{}{}{}</svg>',
        wefts,
        warps,
        overs,
    )
