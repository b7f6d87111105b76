"""What every document of enforcement needs, as plain values for its templates."""

from datetime import date

from lles.casefile.queries.letterhead import letterhead_data, printed
from lles.casefile.queries.reports import printed_day, typed
from lles.law.bilingual import Language, Text
from lles.law.plurals import counted
from lles.work.enforcement.rules import AllegedTold, EnforcementFacts, enforcement_law

Values = dict[str, object]


def as_data(facts: EnforcementFacts, language: Language) -> Values:
    """What a template of a language needs."""
    return {
        **letterhead_data(facts.head, language),
        "kind": facts.kind,
        "copy_for": facts.copy_for or None,
        "name": facts.name,
        "children": list(facts.children),
        "issued_on": printed_day(facts.issued_on, language),
        "about_on": printed_day(facts.about_on, language),
        "alleged": [_alleged(one, language) for one in facts.alleged],
        "notes": [printed(one, language) for one in facts.notes],
        "standard": printed(facts.standard, language),
        "ordered_on": printed_day(facts.ordered_on, language),
        "last_on": printed_day(facts.last_on, language),
        "hours_of_work": _hours(facts.hours, language) if facts.hours else None,
        "hours_done": _hours(facts.hours_done, language) if facts.hours_done else None,
        "officer": facts.officer or None,
        "officer_office": facts.officer_office or None,
        "is_asked": facts.is_asked,
        "is_found": facts.is_found,
        "goes_on": facts.goes_on,
        "warned": _days(facts.warned, language),
        "failed": _days(facts.failed, language),
        "unsuitable": _days(facts.unsuitable, language),
        "reported_on": _days(facts.reported_on, language),
        "corrects": _days(facts.corrects, language),
        "asks": typed(facts.asks, language),
        "is_short": facts.is_short,
        "outcome": printed(facts.outcome, language) if facts.outcome else None,
        "ended_on": printed_day(facts.ended_on, language),
        "months": _months(facts, language),
        "sections": [
            {
                "heading": printed(one.heading, language),
                "words": typed(one.words, language),
            }
            for one in facts.sections
            if one.words is not None
        ],
        "draft": facts.draft,
    }


def _alleged(one: AllegedTold, language: Language) -> Values:
    return {
        "on": printed_day(one.on, language),
        "stands": printed(one.stands, language),
        "words": typed(one.words, language),
    }


def _months(facts: EnforcementFacts, language: Language) -> str:
    """The months in which a further failure is reported (ENF-PROBATION)."""
    on = facts.ordered_on or facts.head.made_on
    return _counted("month", enforcement_law()["ENF-PROBATION"].number("months", on), language)


def _hours(hours: int, language: Language) -> str:
    return _counted("hour", hours, language)


def _counted(unit: str, n: int, language: Language) -> str:
    text: Text = counted(unit, n)
    return printed(text, language)


def _days(days: tuple[date, ...], language: Language) -> list[str | None]:
    return [printed_day(day, language) for day in days]
