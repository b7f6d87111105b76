"""Who belongs to whom as a picture: adults at the left, children at the right, a line for each bond."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDE, BOX_WIDTH, BOX_HEIGHT, STEP = 400, 150, 48, 62
LONGEST = 19  # letters of a name or a word that fit into a box
LABEL_AT = 0.6  # how far from the adult the word of a line stands


@dataclass(frozen=True)
class Person:
    """Somebody as the picture names them; what they are stands below the name."""

    key: str
    name: str
    what: str


@dataclass(frozen=True)
class Bond:
    """What an adult is to a child, in words."""

    adult: str
    child: str
    word: str


@dataclass(frozen=True)
class Box:
    """A person in the picture."""

    x: int
    y: int
    name: str
    what: str
    is_child: bool


@dataclass(frozen=True)
class Line:
    """A bond in the picture; its word stands on the line only where the adult's box does not say it."""

    x1: int
    y1: int
    x2: int
    y2: int
    word: str
    word_x: int
    word_y: int


@dataclass(frozen=True)
class Picture:
    """The picture: its size, its boxes and its lines."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def picture_of(adults: Sequence[Person], children: Sequence[Person], bonds: Sequence[Bond]) -> Picture:
    """Everybody in two columns, each in the middle of its height, and a line for each bond between them."""
    rows = max(len(adults), len(children), 1)
    height = rows * STEP
    at = {one.key: _middle(place, len(adults), height) for place, one in enumerate(adults)}
    at |= {one.key: _middle(place, len(children), height) for place, one in enumerate(children)}
    once = {one.key: _one_word(one, bonds) for one in adults}
    boxes = [_box(one, 0, at[one.key], once[one.key] or one.what, False) for one in adults]
    boxes += [_box(one, WIDE - BOX_WIDTH, at[one.key], one.what, True) for one in children]
    drawn = [one for one in bonds if one.adult in at and one.child in at]
    lines = [_line(one, at[one.adult], at[one.child], "" if once[one.adult] else one.word) for one in drawn]
    return Picture(WIDE, height, tuple(boxes), tuple(lines))


def _middle(place: int, of: int, height: int) -> int:
    return (height - of * STEP) // 2 + place * STEP + STEP // 2


def _one_word(adult: Person, bonds: Sequence[Bond]) -> str:
    """The word for what an adult is to every child it belongs to, where that is one word."""
    words = {one.word for one in bonds if one.adult == adult.key}
    return words.pop() if len(words) == 1 else ""


def _box(one: Person, x: int, middle: int, what: str, is_child: bool) -> Box:
    return Box(x, middle - BOX_HEIGHT // 2, _fitting(one.name), _fitting(what), is_child)


def _line(bond: Bond, start: int, end: int, word: str) -> Line:
    x1, x2 = BOX_WIDTH, WIDE - BOX_WIDTH
    word_x, word_y = x1 + round((x2 - x1) * LABEL_AT), start + round((end - start) * LABEL_AT)
    return Line(x1, start, x2, end, _fitting(word), word_x, word_y)


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
