"""How large a network the bench can make."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Size:
    """A size: people, communities, thread starts and all posts; how many communities and storylines a person reads."""

    name: str
    people: int
    communities: int
    threads: int
    posts: int
    memberships: int
    follows: int

    @property
    def replies(self) -> int:
        return self.posts - self.threads


SIZES: Final = {
    size.name: size
    for size in (
        Size("tiny", people=30, communities=6, threads=60, posts=300, memberships=3, follows=3),
        Size("small", people=1_000, communities=50, threads=5_000, posts=50_000, memberships=10, follows=5),
        Size(
            "large",
            people=200_000,
            communities=5_000,
            threads=1_000_000,
            posts=10_000_000,
            memberships=40,
            follows=20,
        ),
    )
}
LONG_THREAD: Final = 203  # replies in the one thread that is measured
READERS: Final = 20  # people who ask in turn
