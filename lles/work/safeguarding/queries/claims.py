"""What an author typed in a letter, or in one beside it, and what was answered to checks, to be compared."""

from collections.abc import Iterable, Iterator
from typing import cast

from lles.casefile.models import Check, CheckAnswer
from lles.casefile.queries.work import latest_answer
from lles.casefile.rules.check_answers import outcomes
from lles.casefile.timeline import word
from lles.law.bilingual import Language
from lles.work.safeguarding.models import FurtherLetter
from lles.work.safeguarding.queries.letter_record import LetterRecord
from lles.work.safeguarding.queries.section_names import section_name
from lles.work.safeguarding.rules.letter_claims import Answered, Typed
from lles.work.safeguarding.rules.letter_content import ADVICE, other_language
from lles.work.safeguarding.rules.letter_sections import COUNCIL, POLICE, SOURCE, anchor

_GIVERS = {POLICE: Check.POLICE, COUNCIL: Check.LOCAL_AUTHORITY, SOURCE: SOURCE}


def answers_to_checks(checks: Iterable[Check]) -> tuple[Answered, ...]:
    """What the police, and each local authority that is asked or to be asked, answered about each person, the
    strongest of it, or that no answer came."""
    asked = (check for check in checks if check.kind == Check.POLICE or _is_of_a_council(check))
    return tuple(_answered(check, latest_answer(check)) for check in asked)


def _is_of_a_council(check: Check) -> bool:
    return check.kind == Check.LOCAL_AUTHORITY and check.set_aside_at is None


def _answered(check: Check, answer: CheckAnswer | None) -> Answered:
    facts = [(outcomes()[fact.outcome], fact.ended) for fact in answer.facts.all()] if answer else []
    if answer is None or not facts:
        return Answered(check.person.name, giver=check.kind)
    outcome, ended = max(facts, key=lambda one: one[0].strength)
    return Answered(
        check.person.name, outcome.strength, outcome.at_most(ended), answer.received_on, check.kind
    )


def typed_words(record: LetterRecord) -> Iterator[Typed]:
    """Everything the author typed in the letter, in each language."""
    for section, words in record.content.words.items():
        name, area = section_name(record, section), section.partition(".")[0]
        whose = _GIVERS.get(area, "")
        yield Typed(anchor(section), name, words.text, words.language, whose)
        yield Typed(anchor(section), name, words.other, other_language(words.language), whose)
    for option in record.content.options:
        other, about = other_language(option.language), section_name(record, ADVICE)
        for text in (option.reason, option.against):
            yield Typed(anchor(ADVICE), about, text, option.language)
        for text in (option.other_reason, option.other_against):
            yield Typed(anchor(ADVICE), about, text, other)


def typed_in_further(further: FurtherLetter | None) -> Iterator[Typed]:
    """Everything the author typed in a further letter, in each language."""
    if further is None:
        return
    own = cast(Language, further.language)
    boxes = (
        ("words", further.kind, (further.words, own), (further.other_words, other_language(own))),
        ("advice", "advice", (further.advice, own), (further.other_advice, other_language(own))),
    )
    for box, name, *both in boxes:
        for text, language in both:
            yield Typed(f"id_{box}", word(f"further_section.{name}"), text, language)
