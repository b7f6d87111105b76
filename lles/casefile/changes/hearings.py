"""Hearings of which the court told otherwise than by its feed: listed, moved, vacated and adjourned by an
officer; adjourned also where the feed sent it, since the court says so in the room first."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.directions import KEYED
from lles.casefile.changes.door import Done, Refused, Stale, change
from lles.casefile.models import Case, Hearing, Officer
from lles.casefile.queries.court import day_of, hearing_name, moment_of, stands_on
from lles.casefile.register import Event, hearings_recorded
from lles.casefile.timeline import LONDON, Word, says
from lles.links.court import codes

LISTED, VACATED, ADJOURNED = "LISTED", "VACATED", Hearing.ADJOURNED_BY_HAND


class SentByTheCourt(Refused):
    """The court itself says when this hearing is; nobody else does."""

    name = "sent_by_the_court"


class HeldAlready(Refused):
    """What happened at this hearing is recorded: it was held, and nobody moves it or takes it off the
    list."""

    name = "held_already"


@change(needs=Verb.WORK)
def list_hearing(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    type_code: str,
    starts_at: datetime,
    venue: str,
    seen: int | None = None,
) -> Done[Hearing]:
    """Adds a hearing of which the court told on paper or by e-mail, before its feed did or instead; due
    days follow from it, and what the feed sends of the same day takes its place."""
    row = Hearing.objects.create(
        case=case, court_key=_key(case), status=LISTED, starts_at=starts_at, ends_at=starts_at,
        days=[[starts_at.isoformat(), None]], venue=venue, **_of_type(type_code),
    )  # fmt: skip
    entry = says("hearing_listed", hearing=hearing_name(row), starts_at=starts_at)
    return Done(row, entry, ((Event.HEARING_LISTED, {"hearing": row.pk}),))


@change(needs=Verb.WORK)
def move_hearing(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    hearing: Hearing,
    type_code: str,
    starts_at: datetime,
    venue: str,
    seen: int | None = None,
) -> Done[None]:
    """Moves a hearing, or puts right what was typed of it; one that was vacated stands again, one that is
    recorded stays."""
    _may_be_moved(case, hearing)
    was, stood = hearing.starts_at, moment_of(hearing)
    Hearing.objects.filter(pk=hearing.pk).update(
        status=LISTED, going_ahead=True, starts_at=starts_at, ends_at=starts_at,
        days=[[starts_at.isoformat(), None]], venue=venue, **_of_type(type_code),
    )  # fmt: skip
    hearing.refresh_from_db()
    name = hearing_name(hearing)
    if was is None or was == starts_at:
        entry = says("hearing_listed", hearing=name, starts_at=starts_at)
    else:
        entry = says("hearing_moved", hearing=name, starts_at=starts_at, was=was)
    return Done(None, entry, ((Event.HEARING_MOVED, {"hearing": hearing.pk, "was": stood}),))


@change(needs=Verb.WORK)
def vacate_hearing(
    *, case: Case, by: Officer, at: datetime, hearing: Hearing, words: str, seen: int | None = None
) -> Done[None]:
    """Takes a hearing off the list, and why; the row stays, and one that is recorded stays on the list."""
    _may_be_moved(case, hearing)
    about = {"hearing": hearing.pk, "was": moment_of(hearing)}
    Hearing.objects.filter(pk=hearing.pk).update(status=VACATED, going_ahead=False)
    entry = says("hearing_vacated", hearing=hearing_name(hearing), why=words)
    return Done(None, entry, ((Event.HEARING_MOVED, about),))


@change(needs=Verb.WORK)
def adjourn_hearing(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    hearing: Hearing,
    words: str,
    again_at: datetime | None = None,
    venue: str = "",
    seen: int | None = None,
) -> Done[Hearing | None]:
    """Adjourns a hearing, whoever listed it, and why: to another day, which is listed, or to one that the
    court has yet to name. A hearing of that type which stands on that day already is not listed twice. What
    the feed says later of this hearing takes its place."""
    hearing.refresh_from_db()
    if not hearing.going_ahead:
        raise Stale(f"hearing {hearing.pk} does not take place")
    told: list[tuple[Event, dict[str, object]]] = [
        (Event.HEARING_MOVED, {"hearing": hearing.pk, "was": moment_of(hearing)})
    ]
    Hearing.objects.filter(pk=hearing.pk).update(status=ADJOURNED, going_ahead=False)
    on = day_of(hearing)
    if on is None or on > at.astimezone(LONDON).date():
        hearing.duties.filter(ended_at=None).update(ended_at=at, ended_by=by)  # nobody goes there any more
    name, was = hearing_name(hearing), on or Word("value.nothing")
    entry = says("hearing_adjourned", hearing=name, on=was, why=words)
    new = stands_on(case, hearing, hearing.type_code, again_at) if again_at else None
    if new is not None and again_at is not None:
        put_hour_right(case=case, by=by, at=at, hearing=new, starts_at=again_at)
    elif again_at is not None:
        new = Hearing.objects.create(
            case=case, court_key=_key(case), status=LISTED, starts_at=again_at, ends_at=again_at,
            days=[[again_at.isoformat(), None]], venue=venue, type_code=hearing.type_code,
            type_words=hearing.type_words,
        )  # fmt: skip
        told.append((Event.HEARING_LISTED, {"hearing": new.pk}))
    if again_at is not None:
        entry = says("hearing_adjourned_to", hearing=name, on=was, starts_at=again_at, why=words)
    return Done(new, entry, tuple(told))


@change(needs=Verb.WORK)
def put_hour_right(
    *, case: Case, by: Officer, at: datetime, hearing: Hearing, starts_at: datetime
) -> Done[None]:
    """A hearing that an officer keyed begins at the hour that was said last; the court's at its own."""
    was = hearing.starts_at
    if was is None or was == starts_at or not hearing.court_key.startswith(KEYED):
        return Done(None, None)
    days = [[starts_at.isoformat(), None]]
    Hearing.objects.filter(pk=hearing.pk).update(starts_at=starts_at, ends_at=starts_at, days=days)
    entry = says("hearing_moved", hearing=hearing_name(hearing), starts_at=starts_at, was=was)
    return Done(None, entry, ((Event.HEARING_MOVED, {"hearing": hearing.pk, "was": was}),))


def _key(case: Case) -> str:
    number = case.hearings.filter(court_key__startswith=KEYED).count() + 1
    return f"{KEYED}hearing-{number}-{case.version}"


def _of_type(type_code: str) -> dict[str, str]:
    return {"type_code": type_code, "type_words": codes.HEARING_TYPES[type_code]["en"]}


def _may_be_moved(case: Case, hearing: Hearing) -> None:
    hearing.refresh_from_db()
    if hearing.pk in hearings_recorded(case):
        raise HeldAlready(f"hearing {hearing.pk}")
    if not hearing.court_key.startswith(KEYED):
        raise SentByTheCourt(f"hearing {hearing.pk}")
