"""The sections of the letter, per child and per source: their order, their names, and how each stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

CHILDREN, ASKED, POLICE, OUTSTANDING, NEXT = "children", "asked", "police", "outstanding", "next"
EARLIER = "earlier"
COUNCIL, SOURCE, ADULT, OF_CHILD, LATE = "council", "source", "adult", "safety", "late"


class Stands(StrEnum):
    """How a section stands, what asks for somebody first."""

    LOOK_AGAIN = "look_again"
    TO_DECIDE = "to_decide"
    WRITTEN = "written"
    WAITING = "waiting"
    FILLED = "filled"
    EMPTY = "empty"


@dataclass(frozen=True)
class SectionFacts:
    """What is in a section: whether the record says anything, whether something is still to come, whether
    the author wrote, whether an answer changed since, and how many things nobody has decided on."""

    says_something: bool = False
    is_waiting: bool = False
    is_written: bool = False
    has_changed: bool = False
    undecided: int = 0


def stands(facts: SectionFacts) -> Stands:
    """How a section stands: what asks for the author comes before what is done."""
    if facts.has_changed:
        return Stands.LOOK_AGAIN
    if facts.undecided:
        return Stands.TO_DECIDE
    if facts.is_waiting:
        return Stands.WAITING
    if facts.is_written:
        return Stands.WRITTEN
    return Stands.FILLED if facts.says_something else Stands.EMPTY


@dataclass(frozen=True)
class AnswerSeen:
    """An answer to a check: its number, the check it answers, and its closed words."""

    number: int
    check: int
    words: tuple[str, ...]


def changed_since(
    seen: frozenset[int], answers: Sequence[AnswerSeen], checks: Iterable[int]
) -> frozenset[int]:
    """The checks whose outcome is another than when somebody wrote: a first answer, or a later one that
    says something else (SG-LOOKAGAIN)."""
    changed = set()
    for check in checks:
        theirs = sorted((one for one in answers if one.check == check), key=lambda one: one.number)
        before = [one for one in theirs if one.number in seen]
        if theirs and (not before or before[-1].words != theirs[-1].words):
            changed.add(check)
    return frozenset(changed)


def anchor(section: str) -> str:
    """Where a section stands on the page of the letter."""
    return f"section-{section.replace('.', '-')}"


def council(slug: str) -> str:
    """The section of one council; of those not asked yet, a common one."""
    return f"{COUNCIL}.{slug}" if slug else COUNCIL


def section_of_check(kind: str, body: str, number: int) -> str:
    """The section in which a question stands: of the police, of one council, of one other source."""
    if kind == "police":
        return POLICE
    return council(body) if kind == "local_authority" else f"{SOURCE}.{number}"


def of_adult(slug: str) -> str:
    """The section of one adult's account."""
    return f"{ADULT}.{slug}"


def of_child(number: int) -> str:
    """The section of what it means for the safety of one child."""
    return f"{OF_CHILD}.{number}"
