"""The report of monitoring as values for its templates: of a breach, in between, or at the end."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.queries.letterhead import letterhead_data, printed
from lles.casefile.timeline import word
from lles.law.bilingual import Language, day_in_words
from lles.work.monitoring.documents.wording import as_words
from lles.work.monitoring.rules.letter import Account, BreachTold, CallTold, ReportFacts, Written

TEMPLATES: Mapping[Language, Path] = {
    "en": Path(__file__).with_name("en.typ"),
    "cy": Path(__file__).with_name("cy.typ"),
}
Values = dict[str, object]


def make_report(facts: ReportFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """The report for one reader in one language."""
    kind = f"monitoring_{facts.kind}_report"
    return make(
        TEMPLATES[language],
        as_data(facts, language),
        kind=kind,
        reader=reader,
        language=language,
        title=printed(word(f"document.{kind}"), language),
        made_at=made_at,
    )


def as_data(facts: ReportFacts, language: Language) -> Values:
    """What the template of a language needs."""
    return {
        **letterhead_data(facts.head, language),
        "kind": facts.kind,
        "reader": facts.reader or None,
        "children": list(facts.children),
        "people": list(facts.people),
        "ordered_on": day_in_words(facts.ordered_on, language, weekday=False) if facts.ordered_on else None,
        "starts_on": day_in_words(facts.starts_on, language, weekday=False),
        "ends_on": day_in_words(facts.ends_on, language, weekday=False),
        "asks": _words(facts.asks, language),
        "way": printed(facts.way, language) if facts.way else None,
        "provisions": [
            {
                "number": one.number, "words": as_words(one.words, language), "complied": one.complied,
                "partly": one.partly, "failed": one.failed,
                "left_on": day_in_words(one.left_on, language, weekday=False) if one.left_on else None,
            }
            for one in facts.provisions
        ],
        "calls": [_call(one, language) for one in facts.calls],
        "breaches": [_breach(one, language) for one in facts.breaches],
        "words": as_words(facts.words, language),
        "guidance": _words(facts.guidance, language),
        "no_call": facts.no_call,
        "each_side_was_asked": facts.each_side_was_asked,
        "ends_later": facts.head.made_on < facts.ends_on,
        "draft": facts.draft,
    }  # fmt: skip


def _words(written: Written | None, language: Language) -> Values | None:
    return as_words(written, language) if written else None


def _call(one: CallTold, language: Language) -> Values:
    return {
        "on": day_in_words(one.on, language, weekday=False),
        "name": one.name,
        "is_child": one.is_child,
        "monitored_on": day_in_words(one.monitored_on, language, weekday=False) if one.monitored_on else None,
        "outcome": one.outcome,
        "answers": [
            {"number": number, "answer": printed(word(f"monitoring_compliance.{answer}"), language)}
            for number, answer in one.answers
        ],
        "words": _words(one.words, language),
    }


def _breach(one: BreachTold, language: Language) -> Values:
    return {
        "number": one.number,
        "provision": as_words(one.provision, language),
        "on": day_in_words(one.on, language),
        "state": printed(word(f"monitoring_breach.{one.state}"), language),
        "accounts": [_account(said, language) for said in one.accounts],
        "found": _words(one.found, language),
    }


def _account(one: Account, language: Language) -> Values:
    return {
        "name": one.name,
        "is_child": one.is_child,
        "on": day_in_words(one.on, language, weekday=False),
        "outcome": one.outcome,
        "words": _words(one.words, language),
    }
