"""What came in and what became of it, for pages, commands and reconciliation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db.models import Case as Chosen
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from lles.casefile import register
from lles.casefile.access import Verb, reaches, roles, within
from lles.casefile.models import Application, Case, Direction, Officer, Order, Paper, Task
from lles.casefile.prepared import Asked
from lles.casefile.queries.work import TaskRow, rows
from lles.casefile.timeline import word_or_code
from lles.law.bilingual import Text
from lles.law.jurisdiction import Nation, nation_of_case
from lles.links.court import codes
from lles.links.court.payload import NotJson, loads, read_answer
from lles.links.store import Store, StoreError
from lles.work.intake.models import Arrival, DangerEnded, DangerTold, FeedNote, Gap, Progress, Received

Line = dict[str, object]


def ledger_store() -> Store:
    """Where answers stand as they came: they hold addresses, so they are sealed with the key of the
    locations."""
    return Store(Path(settings.LLES_STORE) / "received", settings.LLES_LOCATION_KEY)


def case_line(case: Case, outcome: str, notes: Sequence[str]) -> Line:
    """What stands in a case after an answer was taken, counted."""
    counted = Case.objects.filter(pk=case.pk).annotate(
        children_=Count("children", distinct=True),
        parties_=Count("parties", distinct=True),
        hearings_=Count("hearings", distinct=True),
        orders_=Count("orders", distinct=True),
        papers_=Count("papers", distinct=True),
    )
    row = counted.get()
    nations = frozenset(Nation(nation) for nation in case.children.values_list("nation", flat=True))
    return {
        "court_case": case.court_number,
        "outcome": outcome,
        "reference": case.reference,
        "children": row.children_,
        "parties": row.parties_,
        "hearings": row.hearings_,
        "orders": row.orders_,
        "documents": row.papers_,
        "pathway": case.pathway or None,
        "nation": str(nation_of_case(nations)),
        "warnings": list(notes),
    }


@dataclass(frozen=True)
class ArrivalRow:
    """One arrival as the page of arrivals shows it."""

    arrival: Arrival
    case: Case | None
    notes: int

    @property
    def is_held(self) -> bool:
        """Whether it waits for a person."""
        return self.arrival.outcome == Arrival.HELD and self.arrival.settled_at is None

    def held_for(self, now: datetime) -> tuple[int, int]:
        """For how many whole days and hours it has been held."""
        waited = now - self.arrival.at
        return waited.days, waited.seconds // 3600


def arrivals(officer: Officer, at_most: int = 100) -> tuple[ArrivalRow, ...]:
    """What the courts sent, the latest first: everything to intake, and to others what opened a case they
    see."""
    return _rows(_visible(officer).exclude(outcome=Arrival.UNCHANGED).order_by("-pk")[:at_most])


@dataclass(frozen=True)
class Arrived:
    """How much came since a moment, and how much of everything still waits for a person."""

    all: int
    held: int


def arrivals_since(officer: Officer, since: datetime) -> Arrived:
    """What came in since a moment and what is held, counted as far as an officer sees it on Arrivals."""
    recent = Q(at__gte=since) & ~Q(outcome=Arrival.UNCHANGED)
    seen = _visible(officer).filter(_HELD | _WAITING | recent)
    counted = seen.aggregate(all=Count("pk", filter=recent), held=Count("pk", filter=_HELD | _WAITING))
    return Arrived(counted["all"], counted["held"])


def arrivals_held(officer: Officer) -> tuple[ArrivalRow, ...]:
    """What waits for a person, the longest first, and everything in which a danger was seen that is no case;
    only for those who see what concerns no case yet."""
    return _rows(with_danger().filter(_HELD | IN_DANGER).order_by("pk")) if sees_held(officer) else ()


def with_danger() -> QuerySet[Arrival]:
    """Arrivals with the moment of a danger that was seen in them and stands, and whether somebody was
    told."""
    told, ended = (rows.objects.filter(danger__arrival=OuterRef("pk")) for rows in (DangerTold, DangerEnded))
    stands = Chosen(When(Exists(told) | ~Exists(ended), then=F("danger__seen_at")))
    return Arrival.objects.annotate(danger_seen_at=stands, is_told=Exists(told))


IN_DANGER = Q(case=None, danger_seen_at__isnull=False) & (Q(settled_at=None) | Q(is_told=False))


def arrivals_settled(officer: Officer, at_most: int) -> tuple[ArrivalRow, ...]:
    """What opened or changed a case that an officer sees, the latest first."""
    changing = _visible(officer).exclude(outcome=Arrival.UNCHANGED).exclude(_HELD).exclude(_WAITING)
    return _rows(changing.order_by("-pk")[:at_most])


def what_came_to_do(officer: Officer, today: date, at_most: int = 100) -> tuple[TaskRow, ...]:
    """The tasks that came with what the courts sent and that this officer may do, the longest wait first;
    also in a closed case, since what came after its end is not done yet."""
    kinds = [kind.name for kind in register.task_kinds() if kind.arrives]
    waiting = Task.objects.filter(within(officer, Verb.WORK, "case__"), kind__in=kinds, ended_at=None)
    shown = waiting.select_related("case", "party", "child")
    return rows(list(shown.order_by("pk")[:at_most]), today)


def arrival_for(officer: Officer, pk: int) -> Arrival | None:
    """One arrival as an officer may see it; None where for them there is none."""
    return _visible(officer).filter(pk=pk).first()


_SHOWN = (
    "law",
    "court_number",
    "court_name",
    "children",
    "outcome",
    "reason",
    "at",
    "settled_at",
    "case__reference",
)
_HELD = Q(outcome=Arrival.HELD, settled_at=None, case=None)
_WAITING = Q(outcome=Arrival.WAITING, settled_at=None)


def _visible(officer: Officer) -> QuerySet[Arrival]:
    seen = within(officer, Verb.SEE, "case__")
    seen |= Q(case=None) if sees_held(officer) else Q(pk__in=[])
    return Arrival.objects.filter(seen).select_related("case", "received")


def _rows(found: QuerySet[Arrival]) -> tuple[ArrivalRow, ...]:
    notes = FeedNote.objects.filter(arrival=OuterRef("pk")).order_by().values("arrival")
    counted = found.annotate(notes_=Coalesce(Subquery(notes.values(n=Count("pk"))), 0))
    shown = counted.select_related(None).select_related("case").only(*_SHOWN)
    return tuple(ArrivalRow(row, row.case, row.notes_) for row in shown)


def arrivals_of(case: Case, at_most: int = 100) -> Sequence[Arrival]:
    """What the courts sent about a case and changed something in it, the latest first."""
    changing = case.arrivals.exclude(outcome=Arrival.UNCHANGED).select_related("received")
    return list(changing.order_by("-pk")[:at_most])


def note_words(code: str) -> Text:
    """What was not understood, in a sentence."""
    known = codes.WARNING_WORDS.get(code)
    return Text.from_data(known) if known else word_or_code("held", code)


def sees_held(officer: Officer) -> bool:
    """Whether an officer sees what is held and concerns no case yet: whoever works on all cases."""
    return "all" in {reach.value for reach in reaches(officer, Verb.WORK)}


def applications_of(case: Case) -> Sequence[Application]:
    """What the court was asked for, as it says now."""
    return list(case.applications.filter(in_latest_answer=True).order_by("pk"))


def orders_of(case: Case) -> Sequence[Order]:
    """The orders of the court with what they direct now, the latest first."""
    live = Prefetch("directions", Direction.objects.filter(superseded_at=None), to_attr="live")
    return list(case.orders.order_by("-made_on", "-pk").prefetch_related(live))


def feed_notes(case: Case) -> Sequence[FeedNote]:
    """What was not understood in the answers about a case."""
    return _FEED_NOTES.all_of(case.pk)


_FEED_NOTES = Asked(lambda case: FeedNote.objects.filter(case_id=case).order_by("pk"))


def progress(service: str) -> Progress | None:
    """How far a court's service has been read."""
    return Progress.objects.filter(service=service).first()


def papers_to_fetch(law: str, at_most: int) -> Sequence[Paper]:
    """Papers that the court of a branch of law lists and we do not hold."""
    waiting = Paper.objects.filter(state=Paper.LISTED, fetch_problem="", case__law=law).select_related("case")
    return list(waiting.order_by("pk")[:at_most])


def unseen() -> Iterator[Mapping[str, object]]:
    """Everything received that no person can see: cases of no one's reach, arrivals without a reader, and
    gaps."""
    yield from ({"what": "case", "reference": case.reference} for case in _cases_of_nobody())
    if not _somebody_sees_held():
        held = Arrival.objects.filter(_HELD | _WAITING)
        yield from ({"what": "held arrival", "arrival": row.pk, "reason": row.reason} for row in held)
    whole = Received.objects.annotate(known=Exists(Arrival.objects.filter(received=OuterRef("pk"))))
    unread = whole.filter(known=False)
    for digest in unread.order_by().values_list("sha256", flat=True).distinct():
        cases = _cases_in(digest)
        if cases != 0:
            for row in unread.filter(sha256=digest).order_by("pk"):
                yield {"what": "answer", "received": row.pk, "sha256": digest, "cases": cases}
    for gap in Gap.objects.order_by("pk"):
        yield {
            "what": "gap",
            "service": gap.service,
            "from": gap.starts_at.isoformat(),
            "to": gap.ends_at.isoformat(),
        }


def _cases_in(digest: str) -> int | None:
    """How many cases an answer holds; None where nobody can tell."""
    try:
        answer = read_answer(loads(ledger_store().get(digest)))
    except (NotJson, StoreError):
        return None
    return None if answer.warnings and not answer.cases else len(answer.cases)


def _people() -> Sequence[Officer]:
    return list(Officer.objects.filter(is_service=False, account__is_active=True).select_related("office"))


def _cases_of_nobody() -> Sequence[Case]:
    everything = Q(pk__in=[])
    for officer in _people():
        everything |= within(officer, Verb.SEE)
    return list(Case.objects.exclude(everything).order_by("pk"))


def _somebody_sees_held() -> bool:
    return any(sees_held(officer) for officer in _people() if set(officer.roles) & set(roles()))
