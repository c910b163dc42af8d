"""Every part of the look, for templates. What each takes stands with its function in ``weefsel/ui/components``."""

from collections.abc import Callable
from typing import Any

from django.template import Library

from weefsel.ui.components import assets, blocks, buttons, cloth, feed, forms, icon, people, tables, time, words
from weefsel.ui.dye import dye_of, initials

register = Library()

ATOMS: tuple[Callable[..., Any], ...] = (
    icon.icon,
    icon.shared_icon,
    icon.symbols,
    buttons.button,
    buttons.link_button,
    buttons.act,
    people.avatar,
    people.org,
    people.swatch,
    people.selvedge,
    people.audience,
    people.audience_note,
    words.kind_label,
    words.state,
    words.topic,
    words.mention,
    time.time,
    time.day,
    blocks.tab,
    feed.new_since,
    feed.read_until,
    feed.news_line,
    feed.earlier,
    feed.feed_end,
    feed.empty,
    feed.kept,
    feed.done_mark,
    tables.table,
    cloth.cloth,
    cloth.sign,
    forms.field,
    forms.widget,
    forms.widget_shape,
    assets.static_url,
    assets.styles,
    assets.scripts,
)
BLOCKS: tuple[Callable[..., Any], ...] = (
    blocks.callout,
    blocks.menu,
    blocks.dialog,
    blocks.tabs,
    blocks.panel,
    blocks.quote,
    blocks.squeeze,
    tables.figure,
)

for part in ATOMS:
    register.simple_tag(part)
for part in BLOCKS:
    register.simple_block_tag(part)

register.filter("dye_of", dye_of)
register.filter("initials", initials)
