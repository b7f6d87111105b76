"""How long a document is, as a writer thinks of it: whole pages, and quarters of the last."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Length:
    """So many whole pages and so many quarters of one more."""

    whole: int
    quarters: int


def length_from(pages: int, share_of_the_last: float) -> Length:
    """The length of so many pages, of which the last is filled to a share; what is begun counts as a
    quarter."""
    quarters = min(4, max(1, round(share_of_the_last * 4)))
    return Length(pages, 0) if quarters == 4 else Length(pages - 1, quarters)
