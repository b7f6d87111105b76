"""What a court may not ordinarily be asked: a warning to whoever reads the application (S8-*)."""

from dataclasses import dataclass
from datetime import date

from lles.law.findings import Finding
from lles.law.section_8 import sixteen_is_the_ordinary_ceiling
from lles.work.timetable.rules.provisions import timetable_law

ARRANGEMENTS = "child_arrangements"


@dataclass(frozen=True)
class ChildAsked:
    """A child about whom an order is asked."""

    name: str
    born_on: date | None


@dataclass(frozen=True)
class ApplicationFacts:
    """What is asked, by whom, about which children, and when."""

    kinds: tuple[str, ...]
    filed_on: date
    a_body_applies: bool
    children: tuple[ChildAsked, ...] = ()


def check_application(facts: ApplicationFacts) -> tuple[Finding, ...]:
    """Everything the law has to say about what is asked."""
    found = (
        authority_applies_for_no_child_arrangements(facts),
        *(
            sixteen_is_the_ordinary_ceiling(child.name, child.born_on, facts.filed_on)
            for child in facts.children
        ),
    )
    return tuple(finding for finding in found if finding is not None)


def authority_applies_for_no_child_arrangements(facts: ApplicationFacts) -> Finding | None:
    """A local authority may not apply for a child arrangements order (S8-LA)."""
    asked = any(kind.startswith(ARRANGEMENTS) for kind in facts.kinds)
    return timetable_law()["S8-LA"].finding("applies") if asked and facts.a_body_applies else None
