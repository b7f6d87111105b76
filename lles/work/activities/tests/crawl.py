"""How the crawl asks about activities, and the one that stands in its cases."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.urls import reverse

from lles.casefile.access import Verb
from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, Officer
from lles.casefile.queries.reports import TypedWords
from lles.work.activities.changes.activity import record_happened, record_terms
from lles.work.activities.changes.reports import write_report
from lles.work.activities.models import Happened
from lles.work.activities.queries.facts import Terms, activities_of
from lles.work.activities.queries.reports import BOXES, versions_of
from tests.crawl.ask import TODAY, Ask, Data, Draft
from tests.crawl.canary import HOME, PHONE
from tests.crawl.rows import Row, case_row


def prepare(case: Case, by: Officer, at: datetime) -> None:
    """The court asked the father to go to a programme; what was typed of it tells where the mother is."""
    made_on = at.date() - timedelta(days=15)
    order = record_order(case=case, by=by, at=at, kind="", title="C43", made_on=made_on)
    terms = Terms(
        party=case.parties.get(role="respondent"), form="direction", kind="programme", order=order,
        provider=f"Beside {HOME.street}", months=2, is_monitored=True,
    )  # fmt: skip
    activity = record_terms(case=case, by=by, at=at, terms=terms)
    record_happened(
        case=case, by=by, at=at, activity=activity, kind="missed", on=at.date(), language="en",
        words=f"He went to {HOME.in_one_line()} and rang {PHONE}.",
    )  # fmt: skip
    terms = Terms(
        party=case.parties.get(role="respondent"), form="direction", kind="programme", order=order,
        provider="Rhieni Ynghyd", months=2, is_monitored=True,
    )  # fmt: skip
    record_terms(case=case, by=by, at=at, terms=terms, activity=activity)
    said = {"aims": "Calm handovers."}
    write_report(case=case, by=by, at=at, activity=activity, kind="referral", typed=TypedWords(said, "en"))


def _activity(case: Case) -> list[int | str]:
    found: list[int | str] = [one.pk for one in activities_of(case)]
    return found[:1] or [0]


def _happened(case: Case) -> list[int | str]:
    found = Happened.objects.filter(activity__case=case, wrong=None).order_by("pk").last()
    return [found.activity_id, "happened", found.pk] if found else [0, "happened", 0]


def _terms(route: str, subject: Callable[[Case], list[int | str]] | None = None) -> Row:
    def row(case: Case) -> Iterator[Ask]:
        data: Data = {
            "party": str(case.parties.get(role="respondent").pk), "form": "direction", "kind": "class",
            "provider": "Y Bont", "months": "3", "is_monitored": "yes",
            "reason-ACT-RESIDENCE": "As the order says.", "reason-ACT-MONITOR": "As the order says.",
            "reason-ACT-WHO-D": "As the order says.",
        }  # fmt: skip
        yield from case_row(route, data, subject=subject)(case)

    return row


def _previews(kind: str) -> Row:
    def row(case: Case) -> Iterator[Ask]:
        route = f"activities:{kind}_preview"
        for activity in activities_of(case)[:1]:
            for reader, language in versions_of(activity, kind):
                args = (case.reference, activity.pk, reader, language)
                draft = Draft(case, f"activity-{kind}", str(activity.pk), _SAID[kind])
                yield Ask(route, reverse(route, args=args), a_file=True, draft=draft)
        yield Ask(route, reverse(route, args=(case.reference, 0, "court", "en")), a_file=True)

    return row


_LANGUAGE: Data = {"language_of_words": "en"}
_SAID: dict[str, Data] = {
    kind: {
        **_LANGUAGE, "reason-CYM-EQUAL": "It is being translated.",
        **{f"words-{box}": "It goes well." for box in boxes},
    }
    for kind, boxes in BOXES.items()
}  # fmt: skip

ROWS: dict[str, Row] = {
    "activities:activities": case_row("activities:activities"),
    "activities:add": _terms("activities:add"),
    "activities:activity": case_row("activities:activity", subject=_activity),
    "activities:terms": _terms("activities:terms", _activity),
    "activities:happened": case_row(
        "activities:happened", {**_LANGUAGE, "on": TODAY, "kind": "attended", "words": "He came."},
        subject=_activity ),
    "activities:wrong": case_row(
        "activities:wrong", {**_LANGUAGE, "why": "It was the other parent."}, subject=_happened
    ),
    "activities:end": case_row(
        "activities:end", {**_LANGUAGE, "outcome": "done", "words": "Done."}, subject=_activity
    ),
    **{f"activities:{kind}": case_row(f"activities:{kind}", said, subject=_activity)
       for kind, said in _SAID.items()},
    **{f"activities:{kind}_preview": _previews(kind) for kind in BOXES},
}  # fmt: skip
NEEDS: dict[str, Verb] = {
    route: Verb.SEE if route in ("activities:activities", "activities:activity") else Verb.WORK
    for route in ROWS
} | {
    f"activities:{name}{page}": Verb.FILE
    for name in ("information", "referral", "failure")
    for page in ("", "_preview")
}
