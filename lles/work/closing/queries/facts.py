"""What the file says for closing: who is told and how far that is, what is still open, and what a letter
says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast

from lles.casefile import register
from lles.casefile.models import Case, Child, Document, Hearing, Officer, Order, Party
from lles.casefile.queries.court import day_of, going_ahead
from lles.casefile.queries.letterhead import letterhead_of
from lles.casefile.queries.of_case import reader_of_child
from lles.casefile.queries.readers import adults, languages_of, nation_of, nation_of_officers
from lles.casefile.queries.work import asked_for
from lles.casefile.rules.language import languages_for
from lles.casefile.rules.writing_to_children import band_of, where_to_find_help
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Language, Text
from lles.law.findings import Finding
from lles.work.closing.models import Closing, LettersSay, NoLetter
from lles.work.closing.queries.ended import going_on
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
        for party in _adults_told(case)
    ]  # fmt: skip
    young = [
        Reader(
            child, reader_of_child(child), languages_for(_choice_of(child), child.nation),
            tuple(one for one in documents if one.child_id == child.pk), why.get((None, child.pk)),
        )
        for child in case.children.order_by("pk")
    ]  # fmt: skip
    return [*grown, *young]


def _adults_told(case: Case) -> list[Party]:
    """The adults of the case, and who else was written to while it ran, as somebody whom an order names."""
    own = adults(case)
    written = set(case.documents.exclude(party=None).values_list("party", flat=True))
    others = (one for one in case.parties.all() if one not in own and not one.is_organisation)
    return [*own, *(one for one in others if one.pk in written)]


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
        tasks_left(case, today, reasons), hearing_ahead(case, at), untold, said,
        running=_orders_running(case, today),
        goes_on_since=_goes_on_since(case.pk) if ended.outcome == "involvement_ended" else None,
    )  # fmt: skip


def _orders_running(case: Case, today: date) -> tuple[tuple[Text, date | None], ...]:
    found = register.orders_running(Case.objects.filter(pk=case.pk))
    return tuple((one.what, one.ends_on) for one in found if one.ends_on is None or one.ends_on >= today)


def _goes_on_since(case: int) -> date | None:
    """The day of the latest order or record of a hearing that says whether our involvement ends, where that
    says that it goes on."""
    return going_on(Case.objects.filter(pk=case)).get(case, (None,))[0]


def hearing_ahead(case: Case, at: datetime) -> date | None:
    """The day of the next hearing that goes ahead."""
    ahead = [one for one in case.hearings.all() if going_ahead(one) and one.starts_at and one.starts_at > at]
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


def order_ends_involvement(pk: object) -> bool:
    """Whether an order says that the service's involvement ends."""
    return Order.objects.filter(pk=str(pk), ends_involvement=True).exists()


def hearing_lies_ahead(pk: object, at: datetime) -> bool:
    """Whether a hearing goes ahead and is yet to be held."""
    return Hearing.objects.filter(pk=str(pk), starts_at__gt=at, going_ahead=True).exists()
