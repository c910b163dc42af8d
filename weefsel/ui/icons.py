"""Our icons: the inside of a 20 by 20 drawing for each name. A line of 1.6, round ends, no fill (icon.css)."""

from typing import Final

ICONS: Final[dict[str, str]] = {
    "answer": '<path d="M8 5 3.5 9.5 8 14M4 9.5h6.5c3.5 0 6 1.5 6 5.5"/>',
    "announcement": '<path d="M4 8v4h2.5L13 16V4L6.5 8zM16 8.5v3"/>',
    "archive": '<path d="M3 4.5h14v3.5H3zM4.5 8v8h11V8M8 11h4"/>',
    "attach": '<path d="m14.5 9.5-5 5a3 3 0 0 1-4.2-4.2l6-6a2 2 0 0 1 2.8 2.8l-6 6a1 1 0 0 1-1.4-1.4l5-5"/>',
    "back": '<path d="M12 5l-5 5 5 5"/>',
    "celebrate": '<path d="M10 3.5l1.9 4.2 4.6.5-3.4 3.1.9 4.5-4-2.3-4 2.3.9-4.5-3.4-3.1 4.6-.5z"/>',
    "circle": '<circle cx="10" cy="10" r="6.5" stroke-dasharray="3.4 2.4"/>',
    "clock": '<circle cx="10" cy="10" r="7"/><path d="M10 6v4l2.8 1.8"/>',
    "close": '<path d="m5 5 10 10M15 5 5 15"/>',
    "communities": '<path d="M3 7h4M10 7h7M3 13h7M13 13h4M7 3v7M7 13v4M13 3v4M13 10v7"/>',
    "community": '<path d="M3 7h4M10 7h7M3 13h7M13 13h4M7 3v7M7 13v4M13 3v4M13 10v7"/>',
    "delete": '<path d="M4 6h12M8 6V4h4v2M5.5 6l.7 11h7.6l.7-11"/>',
    "done": '<path d="m4 10.5 4 4 8-9"/>',
    "down": '<path d="m5 8 5 5 5-5"/>',
    "download": '<path d="M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12"/>',
    "edit": '<path d="m4 16 .8-3.3L13 4.5l2.5 2.5-8.2 8.2z"/>',
    "event": '<path d="M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3"/>',
    "filter": '<path d="M3 5h14M5.5 10h9M8 15h4"/>',
    "follow": '<path d="M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13zM8.5 17.5h3"/>',
    "forward": '<path d="m8 5 5 5-5 5"/>',
    "help": '<circle cx="10" cy="10" r="7"/><path d="M8.2 8a1.9 1.9 0 1 1 2.6 1.7c-.5.2-.8.5-.8 1.2M10 13.4v.01"/>',
    "history": '<path d="M4 10a6 6 0 1 1 1.8 4.3M4 15.5v-3h3M10 7v3.5l2.5 1.5"/>',
    "home": '<path d="M3 9.5 10 4l7 5.5V16a1 1 0 0 1-1 1h-4v-5H8v5H4a1 1 0 0 1-1-1z"/>',
    "idea": '<path d="M7.5 14.5c0-2-2.5-2.8-2.5-6a5 5 0 0 1 10 0c0 3.2-2.5 4-2.5 6zM8 17.5h4"/>',
    "inbox": '<path d="M3 11.5 5 4h10l2 7.5V16H3zM3 11.5h4l1 2h4l1-2h4"/>',
    "info": '<circle cx="10" cy="10" r="7"/><path d="M10 9v4.5M10 6.5v.01"/>',
    "insightful": '<path d="M7.5 14.5c0-2-2.5-2.8-2.5-6a5 5 0 0 1 10 0c0 3.2-2.5 4-2.5 6zM8 17.5h4"/>',
    "inside": '<path d="M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9"/>',
    "invite": (
        '<circle cx="8" cy="7" r="3"/><path d="M2.8 16.5c.3-3 2.3-4.5 5.2-4.5 1.4 0 2.6.3 3.5 1M15 10v6M12 13h6"/>'
    ),
    "key": '<circle cx="7" cy="13" r="3.5"/><path d="m9.5 10.5 6.5-6.5M13 7l2.5 2.5"/>',
    "keyboard": '<path d="M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7"/>',
    "leave": '<path d="M8 4H4v12h4M9 10h8M13.5 6.5 17 10l-3.5 3.5"/>',
    "lesson": (
        '<path d="M10 5.5C8.4 4.4 6 4 3 4v11c3 0 5.4.4 7 1.5 1.6-1.1 4-1.5 7-1.5V4c-3 0-5.4.4-7 1.5zM10 5.5v11"/>'
    ),
    "like": (
        '<path d="M3.5 9.5H6v7H3.5zM6 15.5c2 1 3.5 1 5.5 1h2c1 0 1.7-.6 1.9-1.5l1.1-4.6A1.5 1.5 0 0 0 15'
        ' 8.5h-3.5c.6-1.7.8-3 .5-4.2-.2-.9-1.5-1-1.8-.1C9.6 6.2 8 8 6 9.5"/>'
    ),
    "link": (
        '<path d="M8.5 11.5a3 3 0 0 0 4.2 0l2.8-2.8a3 3 0 0 0-4.2-4.2L10 5.8M11.5 8.5a3 3 0 0 0-4.2 0l-2.8'
        ' 2.8a3 3 0 0 0 4.2 4.2L10 14.2"/>'
    ),
    "lock": '<path d="M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v2"/>',
    "mail": '<path d="M3 5h14v10.5H3zM3.5 5.5 10 11l6.5-5.5"/>',
    "mention": '<circle cx="10" cy="10" r="3"/><path d="M13 7v4a2 2 0 0 0 4 0v-1a7 7 0 1 0-3 5.7"/>',
    "more": '<path d="M5 10h.01M10 10h.01M15 10h.01" stroke-width="2.6"/>',
    "objectives": '<circle cx="10" cy="10" r="7"/><circle cx="10" cy="10" r="3.2"/><path d="M10 10l5.5-5.5"/>',
    "outside": '<path d="M11 3H4v14h7M8.5 10H17M13.5 6.5 17 10l-3.5 3.5"/>',
    "people": (
        '<circle cx="7.5" cy="7" r="3"/>'
        '<path d="M2.5 16.5c.3-3 2.2-4.5 5-4.5s4.7 1.5 5 4.5M13 4.3a3 3 0 0 1 0 5.4M14.5 12.3c1.8.5 2.8 2 3'
        ' 4.2"/>'
    ),
    "person": '<circle cx="10" cy="7" r="3.2"/><path d="M3.8 17c.5-3.5 2.8-5.2 6.2-5.2s5.7 1.7 6.2 5.2"/>',
    "phone": '<path d="M6 2.5h8v15H6zM9 15.2h2"/>',
    "pin": '<path d="M7 3.5h6l-.7 5 2.7 3H5l2.7-3zM10 11.5v5.5"/>',
    "poll": '<path d="M4 5h9M4 10h12M4 15h6"/>',
    "praise": '<path d="M10 3.5l1.9 4.2 4.6.5-3.4 3.1.9 4.5-4-2.3-4 2.3.9-4.5-3.4-3.1 4.6-.5z"/>',
    "question": (
        '<path d="M4 4h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-5l-4 3v-3H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z"/>'
        '<path d="M8.2 7.6a1.9 1.9 0 1 1 2.6 1.7c-.5.2-.8.5-.8 1M10 12v.01"/>'
    ),
    "quote": '<path d="M4 6h5v5c0 2-1 3.4-3 4M11.5 6h5v5c0 2-1 3.4-3 4"/>',
    "reply": '<path d="M8 5 3.5 9.5 8 14M4 9.5h6.5c3.5 0 6 1.5 6 5.5"/>',
    "report": '<path d="M5 17V4h10l-2 3.5 2 3.5H5"/>',
    "reuse": '<path d="M4 10a6 6 0 0 1 10.3-4.2L16 7.5M16 4v3.5h-3.5M16 10a6 6 0 0 1-10.3 4.2L4 12.5M4 16v-3.5h3.5"/>',
    "save": '<path d="M5.5 3.5h9v13L10 13l-4.5 3.5z"/>',
    "search": '<circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 4 4"/>',
    "settings": '<path d="M3 6h7M14 6h3M3 14h3M10 14h7"/><circle cx="12" cy="6" r="2"/><circle cx="8" cy="14" r="2"/>',
    "solved": '<path d="M10 3a7 7 0 1 0 7 7"/><path d="m7 9.5 3 3 7-8"/>',
    "steward": '<path d="M10 3 4 5v4.5c0 3.6 2.4 6.2 6 7.5 3.6-1.3 6-3.9 6-7.5V5z"/>',
    "support": (
        '<path d="M3 11.5 6 9l2.5.5h3a1.4 1.4 0 0 1 0 2.8H9M11.5 12.3l4-2a1.4 1.4 0 0 1 1.4 2.4L11 16.5 6.5'
        ' 15 3 16.5M10 6.8 7.9 4.7a1.5 1.5 0 0 1 2.1-2.1 1.5 1.5 0 0 1 2.1 2.1z"/>'
    ),
    "table": '<path d="M3 4.5h14v11H3zM3 8.2h14M8 4.5v11"/>',
    "thanks": '<path d="M10 16.5 4.3 11a3.6 3.6 0 0 1 5.1-5.1l.6.6.6-.6a3.6 3.6 0 0 1 5.1 5.1z"/>',
    "theme": '<circle cx="10" cy="10" r="6.5"/><path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>',
    "topic": '<path d="M8 3.5 6.5 16.5M13.5 3.5 12 16.5M4 7.5h13M3 12.5h13"/>',
    "translate": (
        '<path d="M3 5h8M7 3v2M4.5 11c2.5-1 4.5-3.5 5-6M5 7.5c.8 1.5 2.2 2.7 4 3.5M10 17l3.5-8 3.5 8M11.2 14.5h4.6"/>'
    ),
    "undo": '<path d="M4 8.5h8a4 4 0 0 1 0 8H8M7.5 5 4 8.5 7.5 12"/>',
    "unit": '<path d="M7.5 3h5v3.5h-5zM2.5 13.5h5V17h-5zM12.5 13.5h5V17h-5zM10 6.5V10M5 13.5V10h10v3.5"/>',
    "update": '<path d="M4 5h12M4 9h12M4 13h7"/>',
    "upload": '<path d="M10 13V4M6.5 7 10 3.5 13.5 7M4 16.5h12"/>',
    "warning": '<path d="M10 3.5 17.5 16.5h-15zM10 8v4M10 14.3v.01"/>',
    "write": '<path d="M10 4v12M4 10h12"/>',
}
