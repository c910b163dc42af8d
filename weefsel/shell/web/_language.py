"""Languages by the names that those who speak them use."""

from django.conf.locale import LANG_INFO


def own_name(code: str) -> str:
    """What the language of this code is called in itself; empty when it is not known."""
    return str(LANG_INFO.get(code, {}).get("name_local", "")).capitalize()
