"""What the author of a letter typed, and what the police answered, to be laid side by side."""

from collections.abc import Iterator

from lles.casefile.models import Check, CheckAnswer
from lles.casefile.rules.check_answers import outcomes
from lles.work.safeguarding.queries.letter_record import LetterRecord
from lles.work.safeguarding.queries.section_names import section_name
from lles.work.safeguarding.rules.letter_claims import Answered, Typed
from lles.work.safeguarding.rules.letter_content import ADVICE, other_language
from lles.work.safeguarding.rules.letter_sections import POLICE


def police_answers(record: LetterRecord) -> tuple[Answered, ...]:
    """What the police answered about each person, the strongest of it, or that no answer came."""
    of_police = (check for check in record.checks if check.kind == Check.POLICE)
    return tuple(_answered(check, record.answers.get(check.pk)) for check in of_police)


def _answered(check: Check, answer: CheckAnswer | None) -> Answered:
    facts = [(outcomes()[fact.outcome], fact.ended) for fact in answer.facts.all()] if answer else []
    if answer is None or not facts:
        return Answered(check.person.name)
    outcome, ended = max(facts, key=lambda one: one[0].strength)
    return Answered(check.person.name, outcome.strength, outcome.at_most(ended), answer.received_on)


def typed_words(record: LetterRecord) -> Iterator[Typed]:
    """Everything the author typed in the letter, in each language."""
    for section, words in record.content.words.items():
        name = section_name(record, section)
        yield Typed(section, name, words.text, words.language, section == POLICE)
        yield Typed(section, name, words.other, other_language(words.language), section == POLICE)
    for option in record.content.options:
        other, about = other_language(option.language), section_name(record, ADVICE)
        for text in (option.reason, option.against):
            yield Typed(ADVICE, about, text, option.language)
        for text in (option.other_reason, option.other_against):
            yield Typed(ADVICE, about, text, other)
