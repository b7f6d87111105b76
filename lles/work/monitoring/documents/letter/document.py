"""The letters of monitoring as values for their templates."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.queries.letterhead import letterhead_data, printed
from lles.law.bilingual import Language, Text, day_in_words
from lles.work.monitoring.documents.wording import as_words
from lles.work.monitoring.rules.letter import LetterFacts

START = Text(en="We are to monitor what the court ordered", cy="Rydym i fonitro'r hyn a orchmynnodd y llys")
CLOSING = Text(en="Monitoring has ended", cy="Mae'r monitro wedi dod i ben")
NEVER = Text(en="There will be no monitoring", cy="Ni fydd monitro")
ENDS_LATER = Text(en="Monitoring ends", cy="Mae'r monitro yn dod i ben")
_HERE = Path(__file__)
TEMPLATES: Mapping[tuple[bool, Language], Path] = {
    (False, "en"): _HERE.with_name("start_en.typ"),
    (False, "cy"): _HERE.with_name("start_cy.typ"),
    (True, "en"): _HERE.with_name("closing_en.typ"),
    (True, "cy"): _HERE.with_name("closing_cy.typ"),
}


def make_letter(
    facts: LetterFacts, reader: str, language: Language, made_at: datetime, *, closing: bool
) -> Made:
    """The letter of one adult in one language; `reader` is the adult as file names call one."""
    return make(
        TEMPLATES[closing, language],
        as_data(facts, language),
        kind="monitoring_closing_letter" if closing else "monitoring_start_letter",
        reader=reader,
        language=language,
        title=printed(_title(facts, closing), language),
        made_at=made_at,
    )


def _title(facts: LetterFacts, closing: bool) -> Text:
    if not closing:
        return START
    if _never_begins(facts):
        return NEVER
    return CLOSING if _is_over(facts) else ENDS_LATER


def _is_over(facts: LetterFacts) -> bool:
    return facts.head.made_on > facts.ends_on


def _never_begins(facts: LetterFacts) -> bool:
    return facts.ends_on < facts.starts_on


def as_data(facts: LetterFacts, language: Language) -> dict[str, object]:
    """What the template of a language needs."""
    return {
        **letterhead_data(facts.head, language),
        "name": facts.name,
        "children": list(facts.children),
        "starts_on": day_in_words(facts.starts_on, language, weekday=False),
        "ends_on": day_in_words(facts.ends_on, language, weekday=False),
        "provisions": [as_words(one, language) for one in facts.provisions],
        "is_monitored": facts.is_monitored,
        "takes_steps": facts.takes_steps,
        "reports": list(facts.reports),
        "reported_on": [day_in_words(one, language, weekday=False) for one in facts.reported_on],
        "ended_by_the_court": facts.ended_by_the_court,
        "is_over": _is_over(facts),
        "never_begins": _never_begins(facts),
        "draft": facts.draft,
    }
