"""What happened at a hearing: written while it happens, and put right by a new row."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.changes.hearings import list_hearing, put_hour_right
from lles.casefile.models import Case, Hearing, Officer, Order
from lles.casefile.queries.court import day_of, hearing_name, stands_on
from lles.casefile.register import Event
from lles.casefile.timeline import LONDON, Fact, Said, Word, says
from lles.law.findings import Finding
from lles.work.first_hearing.models import HearingRecord
from lles.work.first_hearing.queries.agreement import agreed_though_absent
from lles.work.first_hearing.queries.hearings import held_facts
from lles.work.first_hearing.queries.orders import sent_of
from lles.work.first_hearing.queries.safety import agreed_facts
from lles.work.first_hearing.rules.agreeing import check_agreed
from lles.work.first_hearing.rules.agreement import OwnWords
from lles.work.first_hearing.rules.arrangements import Arrangement, as_data
from lles.work.first_hearing.rules.hearings import check_hearing


@dataclass(frozen=True)
class Happened:
    """What happened at a hearing: how each adult of the case took part, by their number, who else was there,
    the advice given by word of mouth, what was agreed, by whom and in whose own words, the arrangements until
    the next hearing, in words and one by one, and whether the involvement of the service ends."""

    ends_involvement: bool
    language: str
    attendance: Mapping[str, str] = field(default_factory=dict)
    others: str = ""
    advice: str = ""
    agreed: str = ""
    agreed_by: tuple[int, ...] = ()
    own_words: tuple[OwnWords, ...] = ()
    interim: str = ""
    arrangements: tuple[Arrangement, ...] = ()


@dataclass(frozen=True)
class Next:
    """The next hearing as the court listed it."""

    type_code: str
    starts_at: datetime
    venue: str = ""


@dataclass(frozen=True)
class Ordered:
    """What was ordered at the hearing: the kind of the order, where a piece of work does it, what it directs,
    its day, where the hearing took several, whether it is a final one, where that was said, and which of the
    orders that the court has sent of that day it is, or that it is none of them."""

    kind: str = ""
    directions: tuple[Directed, ...] = ()
    made_on: date | None = None
    is_final: bool | None = None
    same_as: Order | None = None
    is_another: bool = False


NOTHING = Ordered()


def _findings(
    *,
    case: Case,
    by: Officer,
    hearing: Hearing,
    happened: Happened,
    following: Next | None = None,
    ordered: Ordered = NOTHING,
    **_: object,
) -> Sequence[Finding]:
    was_there = any(how != HearingRecord.ABSENT for how in happened.attendance.values())
    known = (following.type_code, following.starts_at) if following else None
    was_agreed = happened.agreed or "".join(one.words for one in happened.own_words)
    agreed = agreed_facts(case, by, was_agreed, happened.attendance)
    held = held_facts(case, hearing, was_there, known, ordered.directions)
    absent = agreed_though_absent(case, happened.attendance, happened.agreed_by, happened.own_words)
    return (*absent, *check_hearing(held), *check_agreed(agreed))


@change(needs=Verb.WORK, weighs=_findings)
def record_hearing(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    hearing: Hearing,
    happened: Happened,
    following: Next | None = None,
    ordered: Ordered = NOTHING,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[HearingRecord]:
    """Records a hearing that was held, or adjourned in the room: who was there, what was said and agreed,
    what was ordered and when the court sits next; each direction becomes a task, and the next hearing is
    listed, once."""
    if hearing.records.exists():
        raise Stale(f"hearing {hearing.pk} is recorded already")
    later = _listed(case, by, at, hearing, following)
    order = _order(case, by, at, hearing, happened, ordered)
    record = _write(case, by, at, hearing, happened, None, later, order)
    entry = says("hearing_held", **_facts(hearing), lines=_lines(case, record))
    return Done(record, entry, (_announced(record),))


def _corrected(
    *, case: Case, by: Officer, record: HearingRecord, happened: Happened, **_: object
) -> Sequence[Finding]:
    """A correction of who was there or of what was agreed is weighed as the record was."""
    said = (happened.agreed, dict(happened.attendance), list(happened.agreed_by), _own(happened))
    if said == (record.agreed, record.attendance, record.agreed_by, record.own_words):
        return ()
    return _findings(case=case, by=by, hearing=record.hearing, happened=happened)


@change(needs=Verb.WORK, weighs=_corrected)
def correct_record(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    record: HearingRecord,
    happened: Happened,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[HearingRecord]:
    """Puts right what was written of a hearing: a new record names the old one, which stays to be read; the
    order that was recorded there says the same of our involvement."""
    if HearingRecord.objects.filter(corrects=record).exists():
        raise Stale(f"record {record.pk} was corrected already")
    hearing = record.hearing
    if record.order is not None:
        Order.objects.filter(pk=record.order.pk).update(ends_involvement=happened.ends_involvement)
    new = _write(case, by, at, hearing, happened, record, record.next_hearing, record.order)
    entry = says("hearing_record_corrected", **_facts(hearing), lines=_lines(case, new))
    return Done(new, entry, (_announced(new),))


def _listed(
    case: Case, by: Officer, at: datetime, hearing: Hearing, following: Next | None
) -> Hearing | None:
    """The next hearing: the one to which this was adjourned, or which stands otherwise on that day, once."""
    if following is None:
        return None
    if stands := stands_on(case, hearing, following.type_code, following.starts_at):
        put_hour_right(case=case, by=by, at=at, hearing=stands, starts_at=following.starts_at)
        return stands
    return list_hearing(
        case=case, by=by, at=at, type_code=following.type_code, starts_at=following.starts_at,
        venue=following.venue,
    )  # fmt: skip


def _order(
    case: Case, by: Officer, at: datetime, hearing: Hearing, happened: Happened, ordered: Ordered
) -> Order | None:
    """The order made at the hearing, where it directs anything, is of a kind we do, is a final one, or ends
    the involvement; where neither a kind nor a direction tells which it is, the one the court has sent."""
    if not (ordered.kind or ordered.directions or ordered.is_final or happened.ends_involvement):
        return None
    made_on = ordered.made_on or day_of(hearing) or at.astimezone(LONDON).date()
    return record_order(
        case=case, by=by, at=at, kind=ordered.kind, made_on=made_on,
        directions=ordered.directions, hearing=hearing, ends_involvement=happened.ends_involvement,
        is_final=ordered.is_final, same_as=_the_same(hearing, made_on, ordered),
        is_another=ordered.is_another,
    )  # fmt: skip


def _the_same(hearing: Hearing, made_on: date, ordered: Ordered) -> Order | None:
    """Which order on the file it is: as somebody said, else the only one that the court has sent, where
    neither a kind nor a direction tells that it is another."""
    if ordered.kind or ordered.directions or ordered.is_another:
        return None
    sent = sent_of(hearing, made_on)
    return ordered.same_as or (sent[0] if len(sent) == 1 else None)


def _write(
    case: Case, by: Officer, at: datetime, hearing: Hearing, happened: Happened,
    corrects: HearingRecord | None, later: Hearing | None, order: Order | None,
) -> HearingRecord:  # fmt: skip
    return HearingRecord.objects.create(
        case=case, hearing=hearing, corrects=corrects, attendance=dict(happened.attendance),
        others=happened.others, advice=happened.advice, agreed=happened.agreed,
        agreed_by=list(happened.agreed_by), own_words=_own(happened), interim=happened.interim,
        arrangements=[as_data(one) for one in happened.arrangements], language=happened.language,
        next_hearing=later, order=order, ends_involvement=happened.ends_involvement, by=by, at=at,
    )  # fmt: skip


def _own(happened: Happened) -> list[dict[str, object]]:
    return [asdict(one) for one in happened.own_words]


def _facts(hearing: Hearing) -> dict[str, Fact]:
    return {"hearing": hearing_name(hearing), "on": day_of(hearing) or Word("value.nothing")}


def _lines(case: Case, record: HearingRecord) -> tuple[Said, ...]:
    adults = {str(one.pk): one.name for one in case.parties.all()}
    there = (
        says("hearing_attended", person=adults[pk], how=Word(f"attendance.{how}"))
        for pk, how in record.attendance.items()
        if pk in adults
    )
    return (*there, *((says("involvement_ends"),) if record.ends_involvement else ()))


def _announced(record: HearingRecord) -> tuple[Event, Mapping[str, object]]:
    about = {"hearing": record.hearing_id, "ends_involvement": record.ends_involvement}
    return Event.HEARING_HELD, about
