"""What an author who works in both languages adds to a letter: in Welsh, and the same in English."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lles.law.bilingual import Text
from lles.work.safeguarding.rules.letter_content import SAFETY, Content, Decision, Option, OwnWords

if TYPE_CHECKING:
    from lles.casefile.models import Case

NOTHING = Text(en="", cy="")


def option(code: str, reason: Text, against: Text = NOTHING, *, advised: bool = True) -> Option:
    """An option open to the court, with its reasons in both languages."""
    return Option(
        code, reason.cy, against.cy, advised, "cy", other_reason=reason.en, other_against=against.en
    )


def letter(
    case: "Case", safety: Text, rests_on: Sequence[str], options: Sequence[Option], next_steps: Sequence[str]
) -> Content:
    """A letter that uses everything that was raised, says what it means for safety, and advises."""
    return Content(
        language="cy",
        words={SAFETY: OwnWords(safety.cy, "cy", tuple(rests_on), other=safety.en)},
        concerns={one.pk: Decision(use=True) for one in case.concerns.all()},
        options=tuple(options),
        next_steps=tuple(next_steps),
    )
