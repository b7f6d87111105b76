"""How the letter puts together what belongs together: adults, the bodies that were asked, nations."""

from collections.abc import Iterable
from dataclasses import replace

from lles.casefile.rules.check_answers import OF_ADULTS
from lles.law.bilingual import Text
from lles.law.jurisdiction import Nation
from lles.work.safeguarding.rules.letter_facts import ChildInLetter, Enquiry, LetterFacts, Spoken


def everyone_spoken_to(facts: LetterFacts) -> Iterable[Spoken]:
    """One place for each adult; also for one who is recorded as having spoken and in no conversation."""
    raised = (Spoken(concern.speaker, key=concern.key) for concern in facts.concerns)
    everyone: dict[str, Spoken] = {}
    for spoken in (*facts.conversations, *raised):
        known = everyone.setdefault(spoken.key or spoken.adult, spoken)
        if known is not spoken:
            everyone[spoken.key or spoken.adult] = replace(
                known,
                reached_on=(*known.reached_on, *spoken.reached_on),
                attempts=(*known.attempts, *spoken.attempts),
                language=known.language or spoken.language,
                interpreter=known.interpreter or spoken.interpreter,
            )
    return everyone.values()


def sources(enquiries: Iterable[Enquiry]) -> list[list[Enquiry]]:
    """The enquiries by the body that was asked, as far as this reader is told which; the police first."""
    found: dict[tuple[str, str, Text | None], list[Enquiry]] = {}
    for one in sorted(enquiries, key=lambda each: each.asked_of != "police"):
        found.setdefault((one.asked_of, one.section, one.body), []).append(one)
    return list(found.values())


def is_check(asked: list[Enquiry]) -> bool:
    """Whether a body was asked about adults, and is no source close to a child."""
    return asked[0].asked_of in OF_ADULTS


def by_nation(children: Iterable[ChildInLetter]) -> dict[Nation, list[str]]:
    """The names of the children of each nation."""
    named: dict[Nation, list[str]] = {}
    for child in children:
        named.setdefault(child.nation, []).append(child.name)
    return named
