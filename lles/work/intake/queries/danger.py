"""Danger that was seen in what came, before it was a case: whom it was told, until when it is to be told, and
how it goes on in the case."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lles.casefile.access import Verb, within
from lles.casefile.locations import opened, sealed
from lles.casefile.models import Case, Officer
from lles.casefile.queries.danger_before import DangerBefore, ToldBefore
from lles.casefile.register import Event
from lles.casefile.rules.bodies import body_name
from lles.casefile.rules.danger import DangerFacts, immediate_risk_is_referred_at_once, moment_of
from lles.casefile.timeline import LONDON
from lles.law.bilingual import Text
from lles.law.due import DueDay
from lles.work.intake.models import Arrival, ArrivalDanger, DangerEnded, DangerTold
from lles.work.intake.queries import IN_DANGER, sees_held, with_danger


def closed(words: str) -> bytes:
    """Words that may say where somebody is, closed with the key of the locations."""
    return sealed(json.dumps(words).encode())


def opened_words(content: bytes | memoryview) -> str:
    """The words again."""
    return str(json.loads(opened(bytes(content))))


@dataclass(frozen=True)
class ToldShown:
    """A body that was told, with what it said."""

    told: DangerTold
    body: Text
    words: str


@dataclass(frozen=True)
class EndedShown:
    """Why a danger stands no longer, with the words, and in which case it is told, for who sees that case."""

    ended: DangerEnded
    words: str
    reference: str


@dataclass(frozen=True)
class DangerShown:
    """A danger in what came with its words, its moment and everybody who was told, or why nobody is."""

    danger: ArrivalDanger
    learnt: str
    told: tuple[ToldShown, ...]
    told_by: DueDay
    ended: EndedShown | None

    @property
    def waits(self) -> bool:
        """Whether somebody is to be told."""
        return not self.told and self.ended is None

    def is_overdue(self, now: datetime) -> bool:
        """Whether the moment has passed before somebody was told."""
        return self.waits and _has_passed(self.told_by, now)


@dataclass(frozen=True)
class DangerRow:
    """A danger in what came as lists show it: nothing of its words."""

    arrival: int
    seen_at: datetime
    told_by: DueDay
    is_told: bool

    def is_overdue(self, now: datetime) -> bool:
        """Whether the moment has passed before somebody was told."""
        return not self.is_told and _has_passed(self.told_by, now)


def _has_passed(due: DueDay, now: datetime) -> bool:
    by = moment_of(due)
    return by is not None and by < now


def danger_of(arrival: Arrival) -> ArrivalDanger | None:
    """The danger that was seen in an arrival, None where none was recorded."""
    return ArrivalDanger.objects.filter(arrival=arrival).select_related("by").first()


def danger_shown(danger: ArrivalDanger, officer: Officer) -> DangerShown:
    """A danger opened, for somebody who settles arrivals; the caller records who looks."""
    told = tuple(
        ToldShown(one, body_name(one.kind, one.body), opened_words(one.words))
        for one in danger.told.select_related("by")
    )
    ended = ended_of(danger)
    why = EndedShown(ended, opened_words(ended.words), _told_in(ended, officer)) if ended else None
    return DangerShown(danger, opened_words(danger.words), told, told_by(danger.seen_at), why)


def _told_in(ended: DangerEnded, officer: Officer) -> str:
    if ended.told_in_id is None:
        return ""
    seen = Case.objects.filter(within(officer, Verb.SEE), pk=ended.told_in_id)
    return seen.values_list("reference", flat=True).first() or ""


def ended_of(danger: ArrivalDanger) -> DangerEnded | None:
    """That a danger was none after all or is told in a case; None where it stands, also by a later call."""
    if danger.told.exists():
        return None
    return DangerEnded.objects.filter(danger=danger).select_related("by", "told_in").first()


def told_by(seen_at: datetime) -> DueDay:
    """The moment by which somebody who protects is told; where the children live nobody knows yet
    (SG-URGENT)."""
    return immediate_risk_is_referred_at_once(DangerFacts(seen_at.astimezone(LONDON), frozenset()))


def dangers_in_arrivals(officer: Officer) -> Sequence[DangerRow]:
    """The dangers in what is no case yet, the first seen first: each until the arrival is settled, and where
    nobody was told also after that; for those who settle arrivals."""
    if not sees_held(officer):
        return ()
    return dangers_among(with_danger().filter(IN_DANGER).only("pk"))


def dangers_in(arrival: Arrival) -> Sequence[DangerRow]:
    """The danger in one arrival, for as long as it is shown in lists, to whoever settles arrivals."""
    return dangers_among(with_danger().filter(IN_DANGER, pk=arrival.pk).only("pk"))


def dangers_among(arrivals: Iterable[Arrival]) -> Sequence[DangerRow]:
    """The dangers in arrivals that were read with theirs."""
    seen = [(one.danger_seen_at, one) for one in arrivals if one.danger_seen_at]  # type: ignore[attr-defined]  # annotated
    return [
        DangerRow(one.pk, at, told_by(at), one.is_told)  # type: ignore[attr-defined]  # annotated
        for at, one in sorted(seen, key=lambda pair: (pair[0], pair[1].pk))
    ]


def goes_on(arrival: Arrival, *, is_application: bool) -> tuple[tuple[Event, Mapping[str, object]], ...]:
    """What is announced to the case to which an arrival belongs now: the danger that was seen in it."""
    danger = danger_of(arrival)
    if danger is None or ended_of(danger):
        return ()
    before = DangerBefore(
        by=danger.by, seen_at=danger.seen_at, learnt=opened_words(danger.words), language=danger.language,
        harm=tuple(danger.harm), children_safe=danger.children_safe, adults_safe=danger.adults_safe,
        told=tuple(_told_before(one) for one in danger.told.select_related("by")),
        is_application=is_application,
    )  # fmt: skip
    return ((Event.DANGER_BEFORE_CASE, {"danger": before}),)


def _told_before(one: DangerTold) -> ToldBefore:
    return ToldBefore(
        one.kind, one.body, one.whom, one.by, one.told_at, one.decision, opened_words(one.words), one.language
    )
