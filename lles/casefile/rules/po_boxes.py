"""A box at a post office in place of an address: P.O. Box 12, Post Office Box no. 12, Blwch Post 12."""

import re

from lles.casefile.rules.folding import Folded
from lles.casefile.rules.numbers_in_words import runs_in

_BOX = (
    r"(?:p[\W_]{0,3}o[\W_]{0,3}box|post(?:al)?[\W_]{1,3}(?:office[\W_]{1,3})?box|postbox|pob"
    r"|(?:blwch|flwch|mlwch|bocs|focs|mocs)[\W_]{1,3}(?:s[\W_]{0,3}p|p[\W_]{0,3}o|post|swyddfar?[\W_]{1,3}post))"
)
_NUMBERED = r"[\W_]{0,3}(?:(?:no|number|rhif)[\W_]{1,3})?"
_LINE = re.compile(rf"(?<![^\W_]){_BOX}{_NUMBERED}(\d{{1,6}}[a-z]?)(?![^\W_])")
_JOINT = re.compile(_NUMBERED)
_SAID_AFTER = 60
_WRITTEN = re.compile(rf"(?<![^\W_]){_BOX}")
NAME = ("po", "box")


def box_in(line: str) -> tuple[str, int, int] | None:
    """The number of the box in one folded line of an address, with where it begins and ends."""
    found = _LINE.search(line)
    return (found[1], *found.span()) if found else None


def stands_in(text: Folded, number: str) -> bool:
    """Whether the box of a number stands in a text: in figures, or said in words."""
    if any(found[1] == number for found in _LINE.finditer(text.low)):
        return True
    return any(
        _said_after(text.low[found.end() :][:_SAID_AFTER], number) for found in _WRITTEN.finditer(text.low)
    )


def _said_after(after: str, number: str) -> bool:
    return any(
        run.is_said and _JOINT.fullmatch(after, 0, run.start) and run.as_numbers().split()[:1] == [number]
        for run in runs_in(after)
    )
