"""How the crawl asks about family assistance, and the order that stands in its cases."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from django.urls import reverse

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Officer
from lles.casefile.queries.in_both import with_the_other
from lles.work.family_assistance.changes.nothing import record_nothing
from lles.work.family_assistance.changes.order import Naming, Terms, propose_assistance, record_terms
from lles.work.family_assistance.changes.plan import Issue, PlanSays, Step, record_work, write_plan
from lles.work.family_assistance.changes.said import record_consent, record_heard
from lles.work.family_assistance.changes.wrong import record_wrong
from lles.work.family_assistance.models import Assistance, Consent, Opinion
from lles.work.family_assistance.queries.also import written_under
from lles.work.family_assistance.queries.counted import proposal_of
from lles.work.family_assistance.queries.facts import REPORT, assistances_of
from lles.work.family_assistance.queries.papers import Reader, court_reads, readers_to_ask
from lles.work.family_assistance.rules.papers import WRITTEN, Paper
from lles.work.family_assistance.tests.conftest import checked, typed_checks
from tests.crawl.ask import TODAY, Ask, Typed
from tests.crawl.canary import EMAIL, HOME, PHONE
from tests.crawl.rows import case_row
from tests.crawl.typed import seen

ORDER = "family_assistance"
TO_COURT = (Paper.OPINION, Paper.REFERRAL, Paper.REVIEW, Paper.REPORT, Paper.END)
MADE = (Paper.LETTER, Paper.CONSENT, Paper.OPINION, Paper.REVIEW, Paper.REFERRAL)


def order_help(case: Case, by: Officer, at: datetime) -> Assistance:
    """The court ordered family assistance; what people said of it tells where the mother is."""
    mother, father = case.parties.get(role="applicant"), case.parties.get(role="respondent")
    child = case.children.order_by("pk")[0]
    made_on = at.date() - timedelta(days=20)
    _weigh_for_nothing(case, by, at)
    record_order(case=case, by=by, at=at, kind=ORDER, title="Family assistance", made_on=made_on)
    assistance = assistances_of(case)[0]
    Opinion.objects.create(
        assistance=assistance, given_on=made_on, mode=Opinion.WRITTEN, given_by="service",
        proposed_by="court", covers=["best_interests", "operation", "period"], is_best=True, months=6,
        best_interests="It helps.", operation="By visits.", suitable={"welfare": "It would."}, language="en",
        by=by, at=at,
    )  # fmt: skip
    named = (Naming("parent", mother), Naming("parent", father), Naming("child", child=child))
    terms = Terms(named, "service", months=6, directs=(Directed(REPORT),), arrangements_from=made_on)
    record_terms(case=case, by=by, at=at, assistance=assistance, terms=terms)
    record_consent(
        case=case, by=by, at=at, assistance=assistance, party=mother, answer="given", on=made_on,
        way="telephone", taken_by=f"The officer, at {HOME.street}", words=f"Write to me at {EMAIL}.",
    )  # fmt: skip
    wrong = record_consent(
        case=case, by=by, at=at, assistance=assistance, party=father, answer="refused", on=made_on,
        way="telephone", taken_by=f"The officer, at {HOME.street}", words=f"She is at {HOME.in_one_line()}.",
    )  # fmt: skip
    record_wrong(
        case=case,
        by=by,
        at=at,
        assistance=assistance,
        row=wrong,
        why=f"It was she who rang from {PHONE}.",
        language="en",
    )
    record_heard(
        case=case, by=by, at=at, assistance=assistance, child=child, about="view", on=made_on,
        words=f"We live at {HOME.in_one_line()}, and Mam's number is {PHONE}.", language="en",
    )  # fmt: skip
    plan = PlanSays(
        (Issue(1, "The handovers.", "Efa is calm."),),
        (Step(1, "A call.", "conversation", f"party:{mother.pk}", "agreed"),),
        "By telephone each month.", "At the office.", "review", None, "If they fail.",
    )  # fmt: skip
    danger = {"FAO-SCOPE": "What was seen is with children's services."}
    write_plan(
        case=case, by=by, at=at, assistance=assistance, complete=True,
        says_=checked(assistance, plan), reasons=danger,
    )  # fmt: skip
    record_work(
        case=case, by=by, at=at, assistance=assistance, kind="going", number=1, on=at.date(), language="en",
        words=f"Spoken to at {HOME.in_one_line()}.",
    )  # fmt: skip
    propose_assistance(case=case, by=by, at=at)
    return assistance


def _weigh_for_nothing(case: Case, by: Officer, at: datetime) -> None:
    """An order was weighed and came to nothing; why tells where the mother is."""
    record_nothing(
        case=case, by=by, at=at, assistance=propose_assistance(case=case, by=by, at=at), outcome="withdrawn",
        on=at.date(), decided_by=f"The mother, at {HOME.street}", known_by="told", language="en",
        words=f"She lives at {HOME.in_one_line()} now; {PHONE}.",
    )  # fmt: skip


def _made(case: Case) -> list[Assistance]:
    return [one for one in assistances_of(case) if one.order_id][:1]


def _assistance(case: Case) -> list[int | str]:
    return [one.pk for one in _made(case)] or [0]


def _adult(case: Case) -> list[int | str]:
    return [*_assistance(case), case.parties.get(role="applicant").pk]


def _child(case: Case) -> list[int | str]:
    return [*_assistance(case), case.children.order_by("pk")[0].pk]


def _proposal(case: Case) -> list[int | str]:
    found = proposal_of(case)
    return [found.pk if found else 0]


def _last_recorded(case: Case) -> list[int | str]:
    found = Consent.objects.filter(assistance__case=case, wrong=None).order_by("-pk").first()
    return [found.assistance_id, "consent", found.pk] if found else [0, "consent", 0]


def _propose(case: Case) -> Iterator[Ask]:
    path = reverse("family_assistance:propose", args=(case.reference,))
    yield Ask("family_assistance:propose", path, "POST")


def _terms(case: Case) -> Iterator[Ask]:
    mother, child = case.parties.get(role="applicant"), case.children.order_by("pk")[0]
    data: Typed = {
        f"standing-{mother.pk}": "parent", "about": [str(child.pk)], "children": [str(child.pk)],
        "supplier": "service", "months": "6", "as_sealed": "yes", "reason-DIR-RECORD": "By a later order.",
    }  # fmt: skip
    yield from case_row("family_assistance:terms", data, subject=_assistance)(case)


def _plan(case: Case) -> Iterator[Ask]:
    checks = {box: text for one in _made(case) for box, text in typed_checks(one).items()}
    yield from case_row("family_assistance:plan", {**_PLAN, **checks}, subject=_assistance)(case)


def _of_papers(case: Case, papers: Sequence[Paper]) -> Iterator[tuple[int, Paper, list[Reader]]]:
    found = _made(case)
    for one in found:
        yield from ((one.pk, paper, readers_to_ask(one, paper)) for paper in papers)
    if not found:
        yield 0, papers[0], []


def _documents(case: Case) -> Iterator[Ask]:
    for pk, paper, readers in _of_papers(case, MADE):
        typed: dict[str, str] = {
            "words-en": "It goes well.", "words-cy": "Mae'n mynd yn dda.", "asks": "progress",
            "to_court": "yes", "reason-CONF-PART": "They know.", "reason-CYM-EQUAL": "Later.",
            **{f"goes-{one.key}": "yes" for one in readers}, "reason-FH-CHILDWORDS": "They may.",
        }  # fmt: skip
        route, args = "family_assistance:document", [case.reference, pk, paper.value]
        path = reverse(route, args=args)
        yield Ask(route, path)
        yield Ask(route, path, "POST")
        yield Ask(route, path, "POST", seen(case, typed), filled=True)


def _previews(case: Case) -> Iterator[Ask]:
    route = "family_assistance:preview"
    for pk, paper, readers in _of_papers(case, WRITTEN):
        for reader in (*readers, *([court_reads()] if paper in TO_COURT or not pk else [])):
            for language in ("en", "cy"):
                args = (case.reference, pk, paper.value, reader.reader, language)
                yield Ask(route, reverse(route, args=args), a_file=True)


_CONSENT: Typed = {
    "on": TODAY,
    "answer": "withdrawn", "way": "in_person", "taken_by": "The officer", "language_of_words": "en",
    "words": "No more.",
}  # fmt: skip
_OPINION: Typed = {
    "mode": "written", "given_by": "wales", "proposed_by": "court", "best_interests": "It helps.",
    "operation": "By visits.", "months": "6", "about-welfare": "It would.", "language_of_words": "en",
    **{f"reason-{name}": "A." for name in ("FAO-OPINION", "FAO-OPINION-WHO", "FAO-SUITABLE")},
}  # fmt: skip
_PLAN: Typed = {
    "issue-0": "Handovers.", "benefit-0": "Calm.", "action-0": "A call.", "kind-0": "conversation",
    "who-0": "officer", "source-0": "agreed", "checking": "Monthly.", "meetings": "At the office.",
    "ending": "review", "complete": "yes", "language_of_words": "en", "reason-FAO-SCOPE": "It is told.",
}  # fmt: skip
_ANSWER: Typed = {"on": TODAY, "answer": "goes_on", "words": "It goes on.", "language_of_words": "en"}
_NOTHING: Typed = {
    "outcome": "withdrawn", "on": TODAY, "decided_by": "The mother", "known_by": "told",
    "words": "She has moved.", "language_of_words": "en",
}  # fmt: skip
_TOLD: Typed = {"on": TODAY, "agrees": "yes", "words": "Fine.", "language_of_words": "en"}
_WORK: Typed = {"on": TODAY, "kind": "review", "words": "It goes well.", "language_of_words": "en"}


def _also(case: Case) -> Iterator[Ask]:
    said: Typed = {
        one.key: "Yr un peth." for made in _made(case) for one in with_the_other(case, written_under(made))
    }
    yield from case_row("family_assistance:also", said, subject=_assistance)(case)


_HEARD: Typed = {"on": TODAY, "about": "view", "words": "It may help.", "language_of_words": "en"}

FAMILY_ASSISTANCE: Mapping[str, Callable[[Case], Iterator[Ask]]] = {
    "family_assistance:orders": case_row("family_assistance:orders"),
    "family_assistance:order": case_row("family_assistance:order", subject=_assistance),
    "family_assistance:propose": _propose,
    "family_assistance:also": _also,
    "family_assistance:terms": _terms,
    "family_assistance:opinion": case_row("family_assistance:opinion", _OPINION, subject=_assistance),
    "family_assistance:answer": case_row("family_assistance:answer", _ANSWER, subject=_assistance),
    "family_assistance:report": case_row("family_assistance:report", subject=_assistance),
    "family_assistance:document": _documents,
    "family_assistance:preview": _previews,
    "family_assistance:nothing": case_row("family_assistance:nothing", _NOTHING, subject=_proposal),
    "family_assistance:wrong": case_row(
        "family_assistance:wrong",
        {"why": "It was the other parent.", "language_of_words": "en"},
        subject=_last_recorded,
    ),
    "family_assistance:plan": _plan,
    "family_assistance:versions": case_row("family_assistance:versions", subject=_assistance),
    "family_assistance:told": case_row("family_assistance:told", _TOLD, subject=_adult),
    "family_assistance:work": case_row("family_assistance:work", _WORK, subject=_assistance),
    "family_assistance:consent": case_row("family_assistance:consent", _CONSENT, subject=_adult),
    "family_assistance:heard_adult": case_row("family_assistance:heard_adult", _HEARD, subject=_adult),
    "family_assistance:heard_child": case_row("family_assistance:heard_child", _HEARD, subject=_child),
}
