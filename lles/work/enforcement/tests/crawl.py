"""How the crawl asks about enforcement, and the one that stands in its cases."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from lles.casefile.access import Verb
from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, Officer
from lles.casefile.queries.in_both import with_the_other
from lles.work.enforcement.changes.application import Application, record_application
from lles.work.enforcement.changes.documents import DRAFT
from lles.work.enforcement.changes.order import Terms, record_ended, record_happened, record_terms
from lles.work.enforcement.changes.wrong import record_wrong
from lles.work.enforcement.models import Alleged, Enforcement, Report
from lles.work.enforcement.queries.also import written_of
from lles.work.enforcement.queries.facts import enforcement_of, enforcements_of
from lles.work.enforcement.queries.headings import headings_of
from lles.work.enforcement.queries.report import versions_of
from tests.crawl.ask import TODAY, Ask, Data, Draft, Typed
from tests.crawl.canary import HOME, PHONE
from tests.crawl.rows import Row, case_row

WITHOUT = "He did not bring the child."


def prepare(case: Case, by: Officer, at: datetime) -> None:
    """An order is enforced against the father; what was typed of it tells where the mother is."""
    today = at.date()
    father, mother = (case.parties.get(role=role) for role in ("respondent", "applicant"))
    application = Application(
        party=father, applicant=mother, issued_on=today - timedelta(days=20),
        about_on=today - timedelta(days=200), is_attached=True,
    )  # fmt: skip
    enforcement = record_application(case=case, by=by, at=at, application=application)
    said = f"He came to {HOME.in_one_line()} and rang {PHONE}."
    near = f"Near {HOME.street}."
    for days, words in ((30, said), (29, near), (28, WITHOUT)):  # since before the place was protected
        on = today - timedelta(days=days)
        Alleged.objects.create(enforcement=enforcement, on=on, language="en", by=by, at=at, words=words)
    _order_work(enforcement, by, at)
    ended = record_application(case=case, by=by, at=at, application=application)
    _order_work(ended, by, at)
    record_ended(
        case=case, by=by, at=at, enforcement=ended, outcome="revoked", on=today, language="en",
        words=f"He was seen at {HOME.in_one_line()}; {PHONE}.",
    )  # fmt: skip
    _wrong_end(record_application(case=case, by=by, at=at, application=application), by, at)
    record_application(case=case, by=by, at=at, application=application)


def _wrong_end(enforcement: Enforcement, by: Officer, at: datetime) -> None:
    """The court was told of an end that was recorded wrongly; why tells where the mother is."""
    _order_work(enforcement, by, at)
    row = record_ended(
        case=enforcement.case, by=by, at=at, enforcement=enforcement, outcome="revoked", on=at.date(),
        language="en", words="",
    )  # fmt: skip
    enforcement.reports.create(kind=Report.END, version=1, language="en", by=by, at=at)
    record_wrong(
        case=enforcement.case, by=by, at=at + timedelta(seconds=1), enforcement=enforcement, row=row,
        why=f"He was seen at {HOME.in_one_line()}; {PHONE}.", language="en",
    )  # fmt: skip


def _order_work(enforcement: Enforcement, by: Officer, at: datetime) -> None:
    """The court orders unpaid work; who is responsible for it and what it asks tell where the mother is."""
    case, made_on = enforcement.case, at.date() - timedelta(days=9)
    record_order(case=case, by=by, at=at, kind="enforcement", title="C80", made_on=made_on)
    enforcement.refresh_from_db()
    terms = Terms(
        hours=60, as_sealed=True, notice_on=made_on, asks=f"Who was seen at {HOME.street}.",
        officer=f"Beside {HOME.street}", officer_office=f"By {HOME.street}",
    )  # fmt: skip
    record_terms(case=case, by=by, at=at, enforcement=enforcement, terms=terms)
    for kind in ("failure", "unsuitable"):
        record_happened(
            case=case, by=by, at=at, enforcement=enforcement, kind=kind, on=at.date(), language="en",
            words=f"He went to {HOME.in_one_line()} and rang {PHONE}.",
        )  # fmt: skip


def _matter(case: Case) -> list[int | str]:
    found: list[int | str] = [one.pk for one in enforcements_of(case)]
    return found[-1:] or [0]


def _alleged(case: Case) -> list[int | str]:
    found = Alleged.objects.filter(enforcement__case=case).order_by("pk").values_list("enforcement", "pk")
    return list(found.first() or (0, 0))


def _last_alleged(case: Case) -> list[int | str]:
    found = Alleged.objects.filter(enforcement__case=case, wrong=None).order_by("-pk").first()
    return [found.enforcement_id, "alleged", found.pk] if found else [0, "alleged", 0]


def _also(case: Case) -> Iterator[Ask]:
    place = _alleged(case)[:1]
    enforcement = enforcement_of(case, int(place[0]))
    written = with_the_other(case, written_of(enforcement)) if enforcement else ()
    said: Data = {one.key: "Yr un peth." for one in written}
    yield from case_row("enforcement:also", said, subject=_at(place))(case)


def _documents(case: Case) -> list[list[int | str]]:
    """Every kind of document: under the order, after the end of one, and before one."""
    matters = [one.pk for one in reversed(enforcements_of(case))]
    if len(matters) < 4:
        return [[0, "failure"]]
    kinds = (
        ("failure", "unsuitable", "specified", "start_letter"),
        ("end", "closing_letter"),
        ("correction",),
        ("information",),
    )
    return [[pk, kind] for pk, each in zip(matters, kinds, strict=False) for kind in each]


def _write(case: Case) -> Iterator[Ask]:
    for place in _documents(case):
        yield from case_row("enforcement:write", _said(str(place[1])), subject=_at(place))(case)


def _said(kind: str) -> Data:
    return {
        **{f"words-{box}": "It goes well." for box in headings_of(kind, timezone.localdate())},
        "language_of_words": "en", "all_to_person": "no", "reason-ENF-MON": _REASON,
        "reason-CYM-EQUAL": _REASON,
    }  # fmt: skip


def _at(place: list[int | str]) -> Callable[[Case], list[int | str]]:
    return lambda _case: place


def _previews(case: Case) -> Iterator[Ask]:
    route = "enforcement:preview"
    for pk, kind in _documents(case):
        address = reverse(route, args=(case.reference, pk, kind))
        enforcement = enforcement_of(case, int(pk))
        versions = versions_of(enforcement, str(kind)) if enforcement else (("court", "en"),)
        for reader, language in versions:
            asked = {"reader": reader, "language": language}
            draft = Draft(case, DRAFT, f"{pk}-{kind}", _said(str(kind)))
            yield Ask(route, address, data=asked, a_file=True, draft=draft)


def _adult(case: Case) -> str:
    return str(case.parties.get(role="respondent").pk)


def _about_an_adult(route: str, data: Typed, subject: Callable[[Case], list[int | str]] | None = None) -> Row:
    return lambda case: case_row(route, {**data, "party": _adult(case)}, subject=subject)(case)


def _who_lost(case: Case) -> str:
    """An adult against whom nothing is enforced."""
    one = case.parties.filter(role="applicant").first()
    return str(one.pk) if one else "0"


_LANGUAGE: Data = {"language_of_words": "en"}
_REASON = "As the order says."
ROWS: dict[str, Row] = {
    "enforcement:matters": case_row("enforcement:matters"),
    "enforcement:add": _about_an_adult("enforcement:add", {"is_attached": "yes"}),
    "enforcement:matter": case_row("enforcement:matter", subject=_matter),
    "enforcement:also": _also,
    "enforcement:application": _about_an_adult(
        "enforcement:application", {"is_attached": "no", "issued_on": TODAY}, _matter
    ),
    "enforcement:alleged": case_row(
        "enforcement:alleged", {**_LANGUAGE, "on": TODAY, "words": "The child was not there."},
        subject=_matter,
    ),
    "enforcement:found": case_row(
        "enforcement:found", {"outcome": "breach", "on": TODAY}, subject=_alleged
    ),
    "enforcement:wrong": case_row(
        "enforcement:wrong", {**_LANGUAGE, "why": "It was the other parent."}, subject=_last_alleged
    ),
    "enforcement:notice": _about_an_adult("enforcement:notice", {"way": "served", "on": TODAY}, _matter),
    "enforcement:terms": case_row(
        "enforcement:terms",
        {
            **_LANGUAGE, "hours": "60", "as_sealed": "yes", "officer": "Siân Rees", "asks": "Any failure.",
            "officer_office": "Wrecsam", "reason-ENF-WARN2": _REASON,
        },
        subject=_matter,
    ),
    "enforcement:happened": case_row(
        "enforcement:happened", {**_LANGUAGE, "on": TODAY, "kind": "warning", "words": "A first warning."},
        subject=_matter,
    ),
    "enforcement:compensation": lambda case: case_row(
        "enforcement:compensation",
        {
            **_LANGUAGE, "ordered_on": TODAY, "has_applied": "yes", "loss": "480.00", "ordered": "500",
            "words": "A flight.", "reason-COMP-LOSS": _REASON, "reason-ENF-NOTICE": _REASON,
            "party": _who_lost(case),
        },
        subject=_matter,
    )(case),
    "enforcement:write": _write,
    "enforcement:preview": _previews,
    "enforcement:move": case_row(
        "enforcement:move", {"to": "none", "why": "The order names the other parent."}, subject=_matter
    ),
    "enforcement:end": case_row(
        "enforcement:end", {
            **_LANGUAGE, "ended_on": TODAY, "outcome": "done", "words": "Done.", "reason-ENF-HOURS": _REASON,
        },
        subject=_matter,
    ),
}  # fmt: skip
NEEDS: dict[str, Verb] = {
    route: Verb.SEE if route in ("enforcement:matters", "enforcement:matter") else Verb.WORK for route in ROWS
} | {"enforcement:write": Verb.FILE, "enforcement:preview": Verb.FILE}
