"""What the file says for closing: who is told and how far that is, what is still open, and what a letter
says."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

from django.db.models import DateTimeField, F, Max, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, JSONObject

from lles.casefile import register
from lles.casefile.access import OWN_OPEN_CASES
from lles.casefile.models import Case, Child, Document, Hearing, Officer, Order, Party, Task
from lles.casefile.prepared import rows_of
from lles.casefile.queries.court import day_of, going_ahead
from lles.casefile.queries.letterhead import letterhead_of
from lles.casefile.queries.of_case import reader_of_child
from lles.casefile.queries.readers import adults, languages_of, nation_of, nation_of_officers
from lles.casefile.queries.work import asked_for
from lles.casefile.register import Remark
from lles.casefile.rules.language import languages_for
from lles.casefile.rules.writing_to_children import band_of, where_to_find_help
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Language, Text
from lles.law.findings import Finding
from lles.work.closing.models import Closing, GoesOn, LettersSay, NoLetter
from lles.work.closing.rules import (
    ClosingFacts,
    LetterFacts,
    OpenTask,
    nothing_is_destroyed_before_a_period_is_set,
)

TASK = "closing.close"
LETTER, CHILDS_LETTER = "closing_letter", "childs_closing_letter"


@dataclass(frozen=True)
class Reader:
    """One adult or one child who is to be told that the work has ended, and how far that is."""

    person: Party | Child
    reader: str
    languages: tuple[Language, ...]
    documents: tuple[Document, ...] = ()
    no_letter: NoLetter | None = None

    @property
    def is_child(self) -> bool:
        """Whether it is a child, who is written to in the words of their age."""
        return isinstance(self.person, Child)

    @property
    def key(self) -> str:
        """A name by which a form tells people apart."""
        return f"{'child' if self.is_child else 'party'}-{self.person.pk}"

    @property
    def is_told(self) -> bool:
        """Whether there is a letter for them, or a reason for none."""
        return bool(self.documents) or self.no_letter is not None


@dataclass(frozen=True)
class Told:
    """What somebody decided for one reader: what their letter says in each of their languages, or why there
    is none."""

    reader: Reader
    words: Mapping[Language, str] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True)
class Ended:
    """How the work ended, as the letters say it."""

    outcome: str
    ended_on: date


def closing_of(case: Case) -> Closing | None:
    """How a closed case was closed."""
    last = Closing.objects.filter(case=case).select_related("by", "reopening__by").last()
    return None if last is None or hasattr(last, "reopening") else last


def earlier_closings(case: Case) -> Sequence[Closing]:
    """Every time the case was closed and opened again, the latest first."""
    again = Closing.objects.filter(case=case).exclude(reopening=None)
    return list(again.select_related("by", "reopening__by").order_by("-pk"))


def readers_of(case: Case) -> Sequence[Reader]:
    """Every adult and every child of the case, with what was made for them since it was last opened: also
    those whom the court no longer names, who were told that our work began."""
    since = _opened_again_at(case)
    made = case.documents.filter(kind__in=(LETTER, CHILDS_LETTER)).order_by("pk")
    without = NoLetter.objects.filter(case=case).select_related("by").order_by("pk")
    if since is not None:
        made, without = made.filter(made_at__gt=since), without.filter(at__gt=since)
    documents = list(made)
    why = {(one.party_id, one.child_id): one for one in without}
    nation = nation_of(case)
    grown = [
        Reader(
            party, party.slug, languages_of(party, nation),
            tuple(one for one in documents if one.party_id == party.pk), why.get((party.pk, None)),
        )
        for party in adults(case)
    ]  # fmt: skip
    young = [
        Reader(
            child, reader_of_child(child), languages_for(_choice_of(child), child.nation),
            tuple(one for one in documents if one.child_id == child.pk), why.get((None, child.pk)),
        )
        for child in case.children.order_by("pk")
    ]  # fmt: skip
    return [*grown, *young]


def letters_say(case: Case) -> Sequence[Ended]:
    """How the work ended as the closing letters say that were made since the case was last opened, the latest
    last."""
    since, found = _opened_again_at(case), LettersSay.objects.filter(case=case).order_by("pk")
    said = found if since is None else found.filter(at__gt=since)
    return [Ended(one.outcome, one.ended_on) for one in said]


def reader_of(case: Case, reader: str) -> Reader | None:
    """One adult or child by the name under which documents know them."""
    return next((one for one in readers_of(case) if one.reader == reader), None)


def _opened_again_at(case: Case) -> datetime | None:
    last = Closing.objects.filter(case=case).exclude(reopening=None).select_related("reopening").last()
    return last.reopening.at if last else None


def _choice_of(child: Child) -> Language | None:
    return cast(Language, child.language) if child.language in ("en", "cy") else None


def tasks_left(case: Case, today: date, reasons: Mapping[int, str]) -> tuple[OpenTask, ...]:
    """Every task that is asked for, all but the one that asks for the closing, with the reason typed for
    it."""
    first = register.task_kinds_that_come_first()
    found = case.tasks.filter(asked_for(today)).exclude(kind=TASK).select_related("party", "child")
    tasks = list(found.order_by("due_on", "pk"))
    titles = register.titles_of((register.task_kind(one.kind), one.subject) for one in tasks)
    return tuple(
        OpenTask(
            task.pk, titles.get((task.kind, task.subject), register.task_kind(task.kind).title),
            task.kind in first, task.direction_id is not None, reasons.get(task.pk, ""),
            task.party.name if task.party else task.child.name if task.child else "",
        )
        for task in tasks
    )  # fmt: skip


def closing_facts(case: Case, at: datetime, reasons: Mapping[int, str], ended: Ended) -> ClosingFacts:
    """What is left, as the rules weigh it, and what the letters say otherwise of how the work ended."""
    untold = tuple(one.person.name for one in readers_of(case) if not one.is_told)
    otherwise = {(one.outcome, one.ended_on): one for one in letters_say(case) if one != ended}
    said = tuple((word(f"closing_outcome.{one.outcome}"), one.ended_on) for one in otherwise.values())
    today = at.astimezone(LONDON).date()
    return ClosingFacts(
        tasks_left(case, today, reasons), _hearing_ahead(case.hearings.all(), at), untold, said,
        running=_orders_running(case, today),
        goes_on_since=_goes_on_since(case.pk) if ended.outcome == "involvement_ended" else None,
    )  # fmt: skip


def _orders_running(case: Case, today: date) -> tuple[tuple[Text, date | None], ...]:
    found = register.orders_running(Case.objects.filter(pk=case.pk))
    return tuple((one.what, one.ends_on) for one in found if one.ends_on is None or one.ends_on >= today)


def _goes_on_since(case: int) -> date | None:
    """The day of the latest order or record of a hearing that says whether our involvement ends, where that
    says that it goes on."""
    return _going_on(Case.objects.filter(pk=case)).get(case, (None,))[0]


def _going_on(about: QuerySet[Case]) -> Mapping[int, tuple[date, datetime]]:
    """The cases of which an order or the record of a hearing said last that our involvement goes on: its day,
    and when that came on the file."""
    ordered = Order.objects.filter(case__in=about).exclude(ends_involvement=None).exclude(made_on=None)
    at = Coalesce("created_at", "made_on", output_field=DateTimeField())
    rows = ordered.values_list("case", "made_on", "ends_involvement", at)
    said = [*register.involvement_said(about), *((case, tuple(row)) for case, *row in rows)]
    return {case: (day, at) for case, (day, ends, at) in dict(sorted(said)).items() if not ends}


def _hearing_ahead(hearings: Iterable[Hearing], at: datetime) -> date | None:
    ahead = [one for one in hearings if going_ahead(one) and one.starts_at and one.starts_at > at]
    return day_of(min(ahead, key=lambda one: (one.starts_at, one.pk), default=None))


def letter_facts(
    case: Case, reader: Reader, ended: Ended, words: str, by: Officer, at: datetime, *, draft: bool
) -> LetterFacts:
    """What one letter says; of anybody else in the case it says the children's names alone."""
    person, on = reader.person, at.astimezone(LONDON).date()
    known = isinstance(person, Child)
    return LetterFacts(
        name=person.first_name if known else person.name,
        head=letterhead_of(case, by, at),
        children=tuple(child.name for child in case.children.order_by("pk") if child.name),
        outcome=ended.outcome,
        ended_on=ended.ended_on,
        words=words,
        band=band_of(person.born_on, on) if isinstance(person, Child) else None,
        help=where_to_find_help(person.nation) if isinstance(person, Child) else None,
        draft=draft,
    )


def how_long_it_is_kept(case: Case, today: date) -> Finding:
    """Until when the record of a case is kept, as far as anybody has set it."""
    births = [child.born_on for child in case.children.all()]
    return nothing_is_destroyed_before_a_period_is_set(nation_of_officers(case), births, today)


def nothing_is_open(of: str) -> str:
    """Whether, in an open case, what the court ordered or directed has ended and nothing is left to be done,
    heard (today, later, or on no day yet) or answered: SQL over the number of the case."""
    return f"""(
  (EXISTS (SELECT FROM casefile_order AS made WHERE made.case_id = {of} AND made.kind <> ''
     AND NOT EXISTS (SELECT FROM casefile_takenback WHERE order_id = made.id))
   OR EXISTS (SELECT FROM casefile_direction AS given WHERE given.case_id = {of}
     AND NOT EXISTS (SELECT FROM casefile_takenback WHERE order_id = given.order_id)))
  AND NOT EXISTS (SELECT FROM casefile_task AS t WHERE t.case_id = {of} AND t.ended_at IS NULL
    AND coalesce(t.until_on >= (now() AT TIME ZONE 'Europe/London')::date, true))
  AND NOT EXISTS (SELECT FROM casefile_hearing AS h WHERE h.case_id = {of} AND h.going_ahead
    AND coalesce(greatest(h.starts_at, h.ends_at) AT TIME ZONE 'Europe/London' >= date_trunc('day',
      now() AT TIME ZONE 'Europe/London'), true))
  AND NOT EXISTS (SELECT FROM casefile_check AS sent WHERE sent.case_id = {of}
    AND sent.asked_on IS NOT NULL AND sent.set_aside_at IS NULL
    AND NOT EXISTS (SELECT FROM casefile_checkanswer WHERE asked_id = sent.id)))"""


IS_NEEDED = f"casefile_case.closed_at IS NULL AND {nothing_is_open('casefile_case.id')}"
_OWN = f"SELECT mine.id FROM ({OWN_OPEN_CASES}) AS mine WHERE {nothing_is_open('mine.id')} ORDER BY mine.id"


def at_their_end(officer: Officer, today: date) -> tuple[str, ...]:
    """The officer's own open cases in which the last work has ended, by their reference (CLO-INVOLVEMENT)."""
    found = [pk for (pk,) in rows_of(_OWN, {"officer": officer.pk})]
    return tuple(one.reference for one in ended_among(found, today)) if found else ()


def ended_among(cases: Collection[int], today: date) -> Sequence[Case]:
    """The cases, of those in which nothing is open, in which no order is at work any more and no meeting is
    planned, and of which neither the court nor somebody here has said since the last work ended that our
    involvement goes on."""
    about = Case.objects.filter(pk__in=cases)
    running = {one.case for one in register.orders_running(about) if not one.ends_on or one.ends_on >= today}
    busy = running | register.meetings_planned(about)
    going_on, last, kept_open = _going_on(about), _last_work(about), _kept_open(about)
    return [
        one for one in about.order_by("pk")
        if one.pk not in busy
        and _has_ended_since(last.get(one.pk), going_on.get(one.pk))
        and _is_later(last.get(one.pk), kept_open.get(one.pk))
    ]  # fmt: skip


def _last_work(about: QuerySet[Case]) -> Mapping[int, datetime]:
    """When the last work of each case ended: not that what came in was read, or that what leaves the case was
    handed on."""
    papers = [one.name for one in register.task_kinds() if one.arrives or one.in_closed]
    done = Task.objects.filter(case__in=about).exclude(ended_at=None).exclude(kind__in=papers).order_by()
    return dict(done.values_list("case").annotate(last=Max("ended_at")))


def _kept_open(about: QuerySet[Case]) -> Mapping[int, datetime]:
    """When somebody last said of each case that our involvement goes on."""
    said = GoesOn.objects.filter(case__in=about).order_by()
    return dict(said.values_list("case").annotate(last=Max("at")))


def _is_later(last: datetime | None, said: datetime | None) -> bool:
    return said is None or (last is not None and last > said)


def _has_ended_since(last: datetime | None, going_on: tuple[date, datetime] | None) -> bool:
    return going_on is None or (
        last is not None and last > going_on[1] and last.astimezone(LONDON).date() > going_on[0]
    )


def remarks_column(officer: Officer) -> JSONObject:
    """The case in which nothing is open, as a column of a statement about cases."""
    return JSONObject(case=F("pk"), today=RawSQL("(now() AT TIME ZONE 'Europe/London')::date", ()))


def remarks_from(column: Mapping[str, Any]) -> Sequence[Remark]:
    """Whether the involvement of the service ends, asked where the last work of the case has ended."""
    found = ended_among([int(column["case"])], date.fromisoformat(column["today"]))
    return tuple(Remark(word("remark.involvement"), "closing:closing", one.reference) for one in found)


def order_ends_involvement(pk: object) -> bool:
    """Whether an order says that the service's involvement ends."""
    return Order.objects.filter(pk=str(pk), ends_involvement=True).exists()


def hearing_lies_ahead(pk: object, at: datetime) -> bool:
    """Whether a hearing goes ahead and is yet to be held."""
    return Hearing.objects.filter(pk=str(pk), starts_at__gt=at, going_ahead=True).exists()
