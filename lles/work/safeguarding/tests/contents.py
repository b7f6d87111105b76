"""What the author of an invented letter adds."""

from collections.abc import Mapping
from dataclasses import replace

from lles.law.bilingual import Language
from lles.work.safeguarding.rules.letter_content import SAFETY, Content, Decision, Option, OwnWords


def about_safety(
    text: str,
    language: Language = "en",
    *,
    options: tuple[Option, ...] = (),
    next_steps: tuple[str, ...] = (),
    concerns: Mapping[int, Decision] | None = None,
) -> Content:
    """What an author adds who writes of safety as a whole and puts options before the court, so that each
    party reads it in their own language."""
    words = {SAFETY: OwnWords(text, language, other=text)}
    both = tuple(replace(one, other_reason=one.reason, other_against=one.against) for one in options)
    return Content(language, words, concerns or {}, both, next_steps)
