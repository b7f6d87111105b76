"""What the court says of hearings beside what is known here: one that was held keeps its day, and one that we
listed ourselves gives way."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from lles.casefile.changes.directions import KEYED
from lles.casefile.changes.hearings import ADJOURNED, VACATED
from lles.casefile.models import Case, Hearing
from lles.casefile.queries.court import day_of, going_ahead, hearing_name
from lles.casefile.register import Event, hearings_recorded
from lles.casefile.timeline import LONDON, Said, Word, says
from lles.work.intake.changes.rows import Values

Announced = tuple[Event, Mapping[str, object]]
ADJOURNED_BY_THE_COURT = "ADJOURNED"


def keep_what_was_held(
    case: Case, known: list[Hearing], came: dict[str, Values], today: date, lines: list[Said]
) -> Iterator[Announced]:
    """A hearing that is recorded, or was adjourned in the room, stays on its day. Where the court now names
    another, that is a hearing of its own under the court's key; where the court calls off what is recorded,
    its word stands on the hearing, which was held all the same. Of a record that the court speaks against a
    person is asked."""
    differ = [one for one in known if one.court_key in came and _differs(one, came[one.court_key])]
    recorded = hearings_recorded(case) if differ else frozenset()
    for row in differ:
        said = came[row.court_key]
        if not (row.pk in recorded or was_adjourned_in_the_room(row, today)):
            continue
        is_contradicted = row.pk in recorded and row.going_ahead
        if _names_another_day(row, said):
            _gets_a_key_of_its_own(case, row)
            lines.append(_line("hearing_keeps_its_day", row))
        elif is_contradicted and not str(said.get("status", "")).startswith(ADJOURNED_BY_THE_COURT):
            came[row.court_key] = said | {"going_ahead": True}
            is_contradicted = said.get("status") != row.status
            lines += [_line("hearing_was_held", row)] if is_contradicted else []
        else:
            continue
        if is_contradicted:
            yield Event.HEARING_SAID_OTHERWISE, {"hearing": row.pk}


def was_adjourned_in_the_room(row: Hearing, today: date) -> bool:
    """Whether an officer adjourned a hearing and its day has come: what happened there can be recorded."""
    return row.status == ADJOURNED and (day_of(row) or today) <= today


def ours_gives_way(case: Case, theirs: Hearing, lines: list[Said]) -> Iterator[Announced]:
    """What the court moved to a day on which we had listed it ourselves stands once; unless ours was held and
    is recorded, which a person has to look at."""
    if theirs.court_key.startswith(KEYED) or not going_ahead(theirs):
        return
    ours = case.hearings.filter(court_key__startswith=KEYED, going_ahead=True, type_code=theirs.type_code)
    for one in (one for one in ours if day_of(one) == day_of(theirs)):
        if one.pk in hearings_recorded(case):
            yield Event.HEARING_SAID_OTHERWISE, {"hearing": one.pk}
            continue
        Hearing.objects.filter(pk=one.pk).update(status=VACATED, going_ahead=False)
        lines.append(_line("hearing_told_by_the_court", one))


def _gets_a_key_of_its_own(case: Case, row: Hearing) -> None:
    """What was ordered there, as an officer recorded it, goes with it."""
    was, row.court_key, row.in_latest_answer = row.court_key, f"{row.court_key[:60]}~held-{row.pk}", False
    row.save(update_fields=["court_key", "in_latest_answer"])
    for order in case.orders.filter(court_key__startswith=KEYED, hearing_keys__contains=[was]):
        order.hearing_keys = [row.court_key if key == was else key for key in order.hearing_keys]
        order.save(update_fields=["hearing_keys"])


def _differs(row: Hearing, said: Values) -> bool:
    return _names_another_day(row, said) or (row.going_ahead and not said.get("going_ahead", True))


def _names_another_day(row: Hearing, said: Values) -> bool:
    was, now = row.starts_at, said.get("starts_at")
    if was is None or not isinstance(now, datetime):
        return False
    return was.astimezone(LONDON).date() != now.astimezone(LONDON).date()


def _line(kind: str, row: Hearing) -> Said:
    return says(kind, hearing=hearing_name(row), on=day_of(row) or Word("value.nothing"))
