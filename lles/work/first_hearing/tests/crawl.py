"""How the crawl asks the later pages of what happens at court, and what each needs of whoever asks."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from lles.casefile.access import Verb
from lles.casefile.changes.directions import record_order
from lles.casefile.changes.hearings import list_hearing
from lles.casefile.changes.received_files import look_at, receive_paper
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Officer, TakenBack
from lles.work.first_hearing.changes.agreement import draft_agreement
from lles.work.first_hearing.models import Agreement
from lles.work.first_hearing.queries.agreement import versions_of_agreement
from lles.work.first_hearing.queries.hearings import LOOK
from lles.work.first_hearing.queries.taken_back import TELL
from lles.work.first_hearing.rules.agreement import ChildSaid, Helped, Matter
from tests.crawl.ask import Ask, Data, Draft
from tests.crawl.canary import EMAIL, HOME, PHONE
from tests.crawl.rows import Row, case_row, form_row, page_row

REASONS = dict.fromkeys(("FH-AGREE", "DA-CONSENTORDER"), "They are helped apart.")


def prepare(case: Case, by: Officer, at: datetime) -> None:
    """An order came by post, and the parties have agreed something; the words of it, drafted before her home
    was protected, say where she is."""
    held = list_hearing(
        case=case, by=by, at=at, type_code="ABA5-FHR", starts_at=at - timedelta(days=3), venue=""
    )
    children = [one.pk for one in case.children.order_by("pk")]
    mother = case.parties.get(role="applicant").pk
    matter = {
        "matter": f"Letters to {EMAIL}", "state": "partly", "words": f"He rings {PHONE}.",
        "remains": f"Who comes to {HOME.street}.", "children": children, "whose": [mother],
    }  # fmt: skip
    open_task(case=case, by=by, at=at, kind=LOOK, subject=str(held.pk))
    _recorded_wrongly(case, by, at)
    receive_paper(
        case=case, by=by, at=at, looked=look_at(name=f"{HOME.street}.txt", content=b"C43"), kind="order",
        sender="The court", came_by="post", received_on=at.date(),
    )  # fmt: skip
    Agreement.objects.create(
        hearing=held, version=1, way="apart", why_safe=f"He does not know {HOME.in_one_line()}.",
        matters=[matter], language="en", by=by, at=at,
        children_said=[{"child": pk, "known": "told_me", "said": f"Ring {PHONE}."} for pk in children],
    )  # fmt: skip


def _recorded_wrongly(case: Case, by: Officer, at: datetime) -> None:
    """A document was made under an order that was recorded wrongly; why, in words from before her home was
    protected."""
    order = record_order(case=case, by=by, at=at, kind="", title=f"Of {HOME.street}", made_on=at.date())
    TakenBack.objects.create(
        order=order, what=TakenBack.NEVER_MADE, why=f"It named {HOME.in_one_line()}.",
        documents=[["safeguarding_letter", 1]], by=by, at=at,
    )  # fmt: skip
    open_task(case=case, by=by, at=at, kind=TELL, subject=str(order.pk))


def send_agreement(case: Case, by: Officer, at: datetime) -> None:
    """What the parties have agreed has left for the court, and each adult has a copy."""
    children = tuple(one.pk for one in case.children.order_by("pk"))
    mother = case.parties.get(role="applicant").pk
    helped = Helped(
        "apart", "Two rooms.", "en",
        matters=(Matter("Calls", "agreed", "He rings on Sundays.", "", children, (mother,)),),
        children_said=tuple(ChildSaid(pk, "told_me", "I like Sundays.") for pk in children),
    )  # fmt: skip
    held = case.hearings.filter(type_code="ABA5-FHR").order_by("starts_at")[0]
    draft_agreement(case=case, by=by, at=at, hearing=held, helped=helped, reasons=REASONS)


def _to_look_at(case: Case) -> list[int | str]:
    waits = case.tasks.filter(kind=LOOK, ended_at=None).order_by("pk").first()
    return [int(waits.subject) if waits else 0]


def _to_tell(case: Case) -> list[int | str]:
    waits = case.tasks.filter(kind=TELL, ended_at=None).order_by("pk").first()
    return [int(waits.subject) if waits else 0]


def _ahead(case: Case) -> list[int | str]:
    found = (
        case.hearings.filter(going_ahead=True, records=None).exclude(starts_at=None).order_by("-starts_at")
    )
    return [found[0].pk if found else 0]


def _to_help(case: Case) -> list[int | str]:
    come = case.hearings.filter(starts_at__lt=timezone.now(), going_ahead=True).order_by("starts_at")
    return [come[0].pk if come else 0]


def _agree(case: Case) -> Iterator[Ask]:
    yield from case_row("first_hearing:agree", _agreed(case), subject=_to_help)(case)


def _agreed(case: Case) -> Data:
    children = [str(pk) for pk in case.children.order_by("pk").values_list("pk", flat=True)]
    return {
        "way": "apart", "why_safe": "Two rooms.", "matter-0": "Calls", "children-0": children,
        "state-0": "not_agreed", "remains-0": "All of it.", "language_of_words": "en",
        **{f"known-{pk}": "not_heard" for pk in children},
        **{f"reason-{name}": why for name, why in REASONS.items()},
    }  # fmt: skip


def _previews(case: Case) -> Iterator[Ask]:
    route, (hearing,) = "first_hearing:agree_preview", _to_help(case)
    for reader, language in versions_of_agreement(case):
        path = reverse(route, args=(case.reference, hearing, reader, language))
        yield Ask(route, path, a_file=True, draft=Draft(case, "agreement", str(hearing), _agreed(case)))
    yield Ask(route, reverse(route, args=(case.reference, 0, "court", "en")), a_file=True)


_NO_DAY = {"on-day": "", "on-month": "", "on-year": ""}
ROWS: Mapping[str, Row] = {
    "first_hearing:court_day": page_row("first_hearing:court_day"),
    "first_hearing:duty": form_row("first_hearing:duty", to="0"),
    "first_hearing:brief": case_row("first_hearing:brief"),
    "first_hearing:adjourn": case_row(
        "first_hearing:adjourn", {"words": "Not ready.", **_NO_DAY}, subject=_ahead
    ),
    "first_hearing:look": case_row("first_hearing:look", {"words": "It was held."}, subject=_to_look_at),
    "first_hearing:tell_of_order": case_row(
        "first_hearing:tell_of_order", {"words": "The court, by e-mail."}, subject=_to_tell
    ),
    "first_hearing:agree": _agree,
    "first_hearing:agree_preview": _previews,
}
NEEDS: Mapping[str, Verb] = {
    "first_hearing:brief": Verb.SEE, "first_hearing:adjourn": Verb.WORK,
    "first_hearing:look": Verb.WORK, "first_hearing:agree": Verb.FILE,
    "first_hearing:tell_of_order": Verb.WORK, "first_hearing:wrong_order": Verb.WORK,
    "first_hearing:agree_preview": Verb.FILE,
}  # fmt: skip
