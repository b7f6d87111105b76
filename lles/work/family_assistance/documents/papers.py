"""A document of a family assistance order for one reader: the same facts in either language, as values for
two templates."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.queries.letterhead import letterhead_data, on_one_line, printed
from lles.casefile.rules.in_both import Words
from lles.casefile.timeline import word
from lles.law.bilingual import Language, Text, day_in_words
from lles.law.plurals import counted
from lles.work.family_assistance.rules.papers import (
    IssueSays,
    OpinionSays,
    Paper,
    PaperFacts,
    PlanFacts,
    StepSays,
    VisitSays,
)

_HERE = Path(__file__).parent
_FOLDERS: Mapping[Paper, str] = {
    Paper.LETTER: "start_letter", Paper.CONSENT: "consent_form", Paper.PLAN: "plan",
    Paper.OPINION: "to_court", Paper.REVIEW: "to_court", Paper.REFERRAL: "to_court",
    Paper.REPORT: "to_court", Paper.END: "to_court", Paper.CLOSING: "closing_letter",
    Paper.CHILDS_CLOSING: "childs_letter",
}  # fmt: skip


def make_paper(facts: PaperFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """The version of one reader in one language; `reader` is the reader as file names call one."""
    return make(
        _HERE / _FOLDERS[facts.kind] / f"{language}.typ",
        as_data(facts, language),
        kind=facts.kind.value,
        reader=reader,
        language=language,
        title=printed(word(f"family_title.{facts.kind}"), language),
        made_at=made_at,
    )


def as_data(facts: PaperFacts, language: Language) -> dict[str, object]:
    """What the templates of a language need."""
    return {
        **letterhead_data(facts.head, language),
        "kind": facts.kind.value,
        "reader": facts.reader or None,
        "children": list(facts.children),
        "adults": list(facts.adults),
        "helper": printed(facts.helper, language),
        "order_made_on": _day(facts.made_on, language),
        "order_ends_on": _day(facts.ends_on, language),
        "in_force": facts.made_on is not None and facts.ends_on is not None,
        "is_over": facts.ends_on is not None and facts.head.made_on > facts.ends_on,
        "months": _months(facts.months, language),
        "words": _typed(facts.words, language),
        "views": _typed(facts.views, language),
        "asks": printed(facts.asks, language) if facts.asks else None,
        "asks_for_time": facts.asks_for_time,
        "opinion": _opinion(facts.opinion, language) if facts.opinion else None,
        "plan": _plan(facts.plan, language) if facts.plan else None,
        "visits": [_visit(one, language) for one in facts.visits],
        "directed": [printed(one, language) for one in facts.directed],
        "consents": facts.consents,
        "band": facts.band.value if facts.band else None,
        "help": printed(facts.help, language) if facts.help else None,
        "draft": facts.draft,
    }


def _day(day: date | None, language: Language) -> str | None:
    return on_one_line(day_in_words(day, language, weekday=False)) if day else None


def _months(months: int | None, language: Language) -> str | None:
    return on_one_line(counted("month", months).said(language)) if months else None


def _capital(text: Text, language: Language) -> str:
    said = printed(text, language)
    return said[:1].upper() + said[1:]


def _typed(words: Words, language: Language) -> dict[str, object] | None:
    """What somebody wrote, one paragraph after another, with the language it is in."""
    said = words.said(language)
    if said is None:
        return None
    text, written_in = said
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return {"paragraphs": lines, "lang": written_in, "foreign": written_in != language}


def _opinion(opinion: OpinionSays, language: Language) -> dict[str, object]:
    """The opinion; where every answer is in one other language, that is said once, before them all."""
    answers = [opinion.best_interests, opinion.operation, opinion.better_than_none]
    answers += [said for _asked, said in opinion.suitable]
    written_in = {found[1] for one in answers if (found := one.said(language))}
    return {
        "foreign": len(written_in) == 1 and language not in written_in,
        "given_on": _day(opinion.given_on, language),
        "proposed_by": printed(opinion.proposed_by, language),
        "is_best": opinion.is_best,
        "best_interests": _typed(opinion.best_interests, language),
        "operation": _typed(opinion.operation, language),
        "months": _months(opinion.months, language),
        "usual": printed(opinion.usual, language),
        "better_than_none": _typed(opinion.better_than_none, language),
        "suitable": [
            {"asked": printed(asked, language), "said": _typed(said, language)}
            for asked, said in opinion.suitable
        ],
    }


def _plan(plan: PlanFacts, language: Language) -> dict[str, object]:
    return {
        "version": str(plan.version),
        "written_on": _day(plan.written_on, language),
        "issues": [_issue(one, language) for one in plan.issues],
        "steps": [_step(one, language) for one in plan.steps],
        "checking": _typed(plan.checking, language),
        "checks": [
            {"name": one.name, "way": _typed(one.way, language), "often": _typed(one.often, language)}
            for one in plan.checks
        ],
        "meetings": _typed(plan.meetings, language),
        "ending": _capital(plan.ending, language),
        "review_on": _day(plan.review_on, language),
        "back_to_court": _typed(plan.back_to_court, language),
    }


def _issue(one: IssueSays, language: Language) -> dict[str, object]:
    return {
        "issue": _typed(one.issue, language),
        "benefit": _typed(one.benefit, language),
        "outcome": _typed(one.outcome, language),
        "unwritten": one.unwritten,
    }


def _who(one: StepSays, language: Language) -> dict[str, object] | None:
    """Who does a step: what somebody wrote of them says in which language, a name and a role do not."""
    known = one.name or ("" if one.other.said(language) else printed(one.role, language))
    return _typed(Words({language: known}) if known else one.other, language)


def _step(one: StepSays, language: Language) -> dict[str, object]:
    return {
        "action": _typed(one.action, language),
        "kind": _capital(one.kind, language),
        "who": _who(one, language),
        "by_on": _day(one.by_on, language),
        "often": _typed(one.often, language),
        "stands": _capital(one.stands, language) if one.stands else None,
        "stands_on": _day(one.stands_on, language),
        "progress": [
            {"on": _day(each.on, language), "words": _typed(each.words, language)} for each in one.progress
        ],
    }


def _visit(one: VisitSays, language: Language) -> dict[str, object]:
    return {
        "on": _day(one.on, language),
        "kind": printed(one.kind, language),
        "place": printed(one.place, language) if one.place else None,
        "names": ", ".join(one.names),
        "words": _typed(one.words, language),
        "seen": _typed(one.seen, language),
        "said": [
            {
                "name": said.name,
                "words": _typed(said.words, language),
            }
            for said in one.said
        ],
        "follows": _typed(one.follows, language),
        "came_wrongly": one.came_wrongly,
    }
