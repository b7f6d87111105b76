"""What an author who works in both languages adds to a letter: in Welsh, and the same in English."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from lles.law.bilingual import Text
from lles.work.safeguarding.rules.letter_content import SAFETY, Content, Decision, Option, OwnWords
from lles.work.safeguarding.rules.letter_sections import of_child

if TYPE_CHECKING:
    from lles.casefile.models import Case

NOTHING = Text(en="", cy="")


def option(code: str, reason: Text, against: Text = NOTHING, *, advised: bool = True) -> Option:
    """An option open to the court, with its reasons in both languages."""
    return Option(
        code, reason.cy, against.cy, advised, "cy", other_reason=reason.en, other_against=against.en
    )


def letter(
    case: "Case",
    safety: Text,
    rests_on: Sequence[str],
    options: Sequence[Option],
    next_steps: Sequence[str],
    of_each: Mapping[int, Text] = MappingProxyType({}),
) -> Content:
    """A letter that uses everything that was raised, says what it means for safety, for `of_each` of several
    children by their number too, and advises."""
    said = {SAFETY: safety, **{of_child(child): words for child, words in of_each.items()}}
    return Content(
        language="cy",
        words={place: OwnWords(one.cy, "cy", tuple(rests_on), other=one.en) for place, one in said.items()},
        concerns={one.pk: Decision(use=True) for one in case.concerns.all()},
        options=tuple(options),
        next_steps=tuple(next_steps),
    )
