"""Which words can be the domain of e-mail addresses."""

import re

_DOMAIN = re.compile(r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")


def is_domain(word: str) -> bool:
    """Whether ``word``, in lower case, is a domain with at least two parts."""
    return _DOMAIN.fullmatch(word) is not None
