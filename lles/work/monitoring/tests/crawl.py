"""How the crawl asks about monitoring, and the order that stands in its cases."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time, timedelta
from itertools import product

from django.urls import reverse

from lles.casefile.access import Verb
from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Officer
from lles.casefile.queries.in_both import with_the_other
from lles.work.monitoring.changes.calls import decide_breach, plan_calls, record_call
from lles.work.monitoring.changes.documents import file_report, make_letters
from lles.work.monitoring.changes.order import Naming, Provided, Terms, record_terms
from lles.work.monitoring.queries.also import written_under
from lles.work.monitoring.queries.facts import Request, monitoring_of, monitorings_of, open_plans
from lles.work.monitoring.queries.letters import Decided, untold
from lles.work.monitoring.queries.report import Author
from lles.work.monitoring.queries.said import Next, Said
from tests.crawl.ask import TODAY, Ask, Typed
from tests.crawl.canary import EMAIL, HOME, PHONE
from tests.crawl.rows import case_row


def prepare(case: Case, by: Officer, at: datetime) -> None:
    """The court ordered monitoring; a breach is confirmed, of another one side was asked, of a third each
    side, and their words tell where the mother is."""
    mother, father = case.parties.get(role="applicant"), case.parties.get(role="respondent")
    made_on = at.date() - timedelta(days=20)
    record_order(case=case, by=by, at=at, kind="monitoring", title="Contact monitoring", made_on=made_on)
    (monitoring,) = monitorings_of(case)
    terms = Terms(
        [Provided("time_with", "Each Saturday from 10am to 4pm.")],
        [Naming(mother, "time_with_another"), Naming(father, "named_for_time")],
        Request(made_on), months=6, directs=(Directed("monitoring_breach_report"),),
    )  # fmt: skip
    reasons = {"MON-POWER": "The order came on paper."}
    record_terms(case=case, by=by, at=at, monitoring=monitoring, terms=terms, reasons=reasons)
    for days, parties in ((12, (father, mother)), (5, (father,)), (8, (father, mother))):
        for party in parties:
            said = Said(
                at, "spoke", "en", at.date() - timedelta(days=days), {1: "not"},
                f"She is at {HOME.in_one_line()}, and {PHONE} rings.",
            )  # fmt: skip
            record_call(
                case=case, by=by, at=at, monitoring=monitoring, party=party, said=said,
                reasons={"MON-METHOD": f"Nobody is at {HOME.street}."},
            )  # fmt: skip
    after = Next(time(10), at.date() + timedelta(days=7))
    plan_calls(case=case, by=by, at=at, monitoring=monitoring, party=mother, planned=[after])
    child = Said(at, "spoke", "en", at.date() - timedelta(days=12), account=f"Write to Mam at {EMAIL}.")
    first_child = case.children.order_by("pk")[0]
    record_call(case=case, by=by, at=at, monitoring=monitoring, child=first_child, said=child)
    decide_breach(
        case=case, by=by, at=at, monitoring=monitoring, breach=monitoring.breaches.order_by("pk")[0],
        is_confirmed=True, words="Both say that it did not happen.", language="en", on=at.date(),
    )  # fmt: skip


def report_monitoring(case: Case, by: Officer, at: datetime) -> None:
    """Letters and a report have left."""
    (monitoring,) = monitorings_of(case)
    told = [Decided(one) for one in untold(monitoring, "start")]
    make_letters(case=case, by=by, at=at, monitoring=monitoring, letter="start", decided=told)
    author = Author("The time did not happen.", "en", child_to_parties=True, other_words="Yr un peth.")
    file_report(case=case, by=by, at=at, monitoring=monitoring, kind="interim", author=author)


def _order(case: Case) -> list[int | str]:
    found: list[int | str] = [one.pk for one in monitorings_of(case)]
    return found[:1] or [0]


def _adult(case: Case) -> list[int | str]:
    return [*_order(case), case.parties.get(role="applicant").pk]


def _child(case: Case) -> list[int | str]:
    return [*_order(case), case.children.order_by("pk")[0].pk]


def _closing(case: Case) -> list[int | str]:
    return [*_order(case), "closing"]


def _report(case: Case) -> list[int | str]:
    return [*_order(case), "breach"]


def _letters(case: Case) -> Iterator[Ask]:
    path = reverse("monitoring:letters", args=(case.reference, *_order(case), "start"))
    yield Ask("monitoring:letters", path)
    goes: Typed = {f"goes-{party.pk}": "yes" for party in case.parties.all()}
    typed: Typed = {**goes, "reason-MON-LETTERS": "The court ends it."}
    yield from case_row("monitoring:letters", typed, subject=_closing)(case)


def _letter_previews(case: Case) -> Iterator[Ask]:
    for party in case.parties.all():
        args = (case.reference, *_closing(case), party.slug, party.language or "en")
        path = reverse("monitoring:letter_preview", args=args)
        yield Ask("monitoring:letter_preview", path, a_file=True)


def _breach(case: Case) -> Iterator[Ask]:
    found: list[int | str] = [one.pk for m in monitorings_of(case) for one in m.breaches.order_by("pk")]
    typed: Typed = {"on": TODAY, "confirmed": "no", "words": "They differ.", "language_of_words": "en"}
    yield Ask("monitoring:breach", reverse("monitoring:breach", args=(case.reference, 0)))
    for breach in found:
        path = reverse("monitoring:breach", args=(case.reference, breach))
        yield Ask("monitoring:breach", path)
    yield from case_row("monitoring:breach", typed, subject=lambda _: found[-1:] or [0])(case)


def _reports(case: Case) -> Iterator[Ask]:
    typed: Typed = {
        "words": "It did not happen.", "language_of_words": "en", "child_to_parties": "yes",
        "reason-CYM-EQUAL": "It is being translated.",
    }  # fmt: skip
    for kind in ("interim", "end"):
        path = reverse("monitoring:report", args=(case.reference, *_order(case), kind))
        yield Ask("monitoring:report", path)
    yield from case_row("monitoring:report", typed, subject=_report)(case)


def _previews(case: Case) -> Iterator[Ask]:
    for kind, reader in product(("breach", "interim", "end"), ("court", "respondent-1")):
        args = (case.reference, *_order(case), kind, reader, "en")
        yield Ask("monitoring:preview", reverse("monitoring:preview", args=args), a_file=True)


def _terms(case: Case) -> Iterator[Ask]:
    mother = case.parties.get(role="applicant")
    data: Typed = {
        "words-0": "Each Sunday.", "kind-0": "time_with", f"limb-{mother.pk}": "time_with_another",
        "months": "6", "as_sealed": "yes", "by_consent": "no", "is_excepted": "no",
        "reports": ["breach"], "language_of_words": "en",
    }  # fmt: skip
    yield from case_row("monitoring:terms", data, subject=_order)(case)


def _call(case: Case) -> list[int | str]:
    found = [one.pk for m in monitorings_of(case) for one in m.calls.filter(wrong=None)]
    return [*_order(case), "call", *(found[-1:] or [0])]


_HELD: Typed = {"held_on": TODAY, "held_at": "0:00", "language_of_words": "en"}
_CALL: Typed = {
    **_HELD, "monitored_on": timedelta(days=-5), "outcome": "spoke", "answer-1": "not",
    "account": "He came late.", "reason-MON-METHOD": "The next one is not settled.",
}  # fmt: skip
_CHILD: Typed = {**_HELD, "account": "I like it there."}
_PLAN: Typed = {"monitored_on": timedelta(days=2), "call_at": "10am"}
_SUSPICION: Typed = {
    "on": TODAY, "kind": "seen", "words": "A bruise on her arm.", "language_of_words": "en",
}  # fmt: skip
_WRONG: Typed = {"why": "It was the other parent.", "language_of_words": "en"}
_ANSWER: Typed = {"on": TODAY, "answer": "goes_on", "words": "Go on.", "language_of_words": "en"}


def _planned(case: Case) -> list[int | str]:
    found = [one for m in monitorings_of(case) for one in open_plans(m)]
    return [*_order(case), *((found[0].party_id, found[0].pk) if found else (0, 0))]


def _also(case: Case) -> Iterator[Ask]:
    place = _order(case)
    monitoring = monitoring_of(case, int(place[0]))
    written = with_the_other(case, written_under(monitoring)) if monitoring else ()
    said: Typed = {one.key: "Yr un peth." for one in written}
    yield from case_row("monitoring:also", said, subject=_order)(case)


ROWS: Mapping[str, Callable[[Case], Iterator[Ask]]] = {
    "monitoring:orders": case_row("monitoring:orders"),
    "monitoring:order": case_row("monitoring:order", subject=_order),
    "monitoring:also": _also,
    "monitoring:terms": _terms,
    "monitoring:answer": case_row("monitoring:answer", _ANSWER, subject=_order),
    "monitoring:change_plan": case_row("monitoring:change_plan", {"goes": "off"}, subject=_planned),
    "monitoring:plan": case_row("monitoring:plan", _PLAN, subject=_adult),
    "monitoring:call": case_row("monitoring:call", _CALL, subject=_adult),
    "monitoring:child": case_row("monitoring:child", _CHILD, subject=_child),
    "monitoring:suspicion": case_row("monitoring:suspicion", _SUSPICION, subject=_order),
    "monitoring:breach": _breach,
    "monitoring:wrong": case_row("monitoring:wrong", _WRONG, subject=_call),
    "monitoring:letters": _letters,
    "monitoring:report": _reports,
    "monitoring:preview": _previews,
    "monitoring:letter_preview": _letter_previews,
}
NEEDS: Mapping[str, Verb] = {
    "monitoring:orders": Verb.SEE,
    "monitoring:order": Verb.SEE,
    **{
        f"monitoring:{name}": Verb.WORK
        for name in (
            "also",
            "terms",
            "answer",
            "plan",
            "change_plan",
            "call",
            "child",
            "suspicion",
            "breach",
            "wrong",
            "letters",
            "letter_preview",
        )
    },
    "monitoring:report": Verb.FILE,
    "monitoring:preview": Verb.FILE,
}
