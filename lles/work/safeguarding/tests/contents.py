"""What the author of an invented letter adds."""

from collections.abc import Mapping
from dataclasses import replace

from lles.casefile.models import Case
from lles.law.bilingual import Language
from lles.work.safeguarding.rules.letter_content import SAFETY, Content, Decision, Option, OwnWords
from lles.work.safeguarding.rules.letter_sections import of_child


def about_safety(
    text: str,
    language: Language = "en",
    *,
    of: Case | None = None,
    options: tuple[Option, ...] = (),
    next_steps: tuple[str, ...] = (),
    concerns: Mapping[int, Decision] | None = None,
) -> Content:
    """What an author adds who writes of safety as a whole and puts options before the court, so that each
    party reads it in their own language; where it is said `of` which case, of each of its children too."""
    words = {SAFETY: OwnWords(text, language, other=text)}
    for child in of.children.all() if of else ():
        words[of_child(child.pk)] = OwnWords("The same holds.", language, other="The same holds.")
    both = tuple(replace(one, other_reason=one.reason, other_against=one.against) for one in options)
    return Content(language, words, concerns or {}, both, next_steps)
