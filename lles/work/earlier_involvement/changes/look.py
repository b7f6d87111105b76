"""The whole register is asked whether the people of a case were known before; nothing is merged."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import models

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.inserting import insert
from lles.casefile.locations import found_in
from lles.casefile.models import Case, Officer
from lles.casefile.passage import held, is_new, wrote
from lles.casefile.timeline import Word, says
from lles.work.earlier_involvement.models import Candidate, Search
from lles.work.earlier_involvement.queries.candidates import (
    TASK,
    Told,
    cases_matched_with,
    still_waiting,
    told_of,
)
from lles.work.earlier_involvement.queries.register import identities, matches, people_of
from lles.work.earlier_involvement.rules.choosing import Pair

LOOK = "earlier_involvement.look"
ARRIVED, CHANGED, ASKED = "application_received", "details_changed", "asked_by_hand"


class _Two(NamedTuple):
    one: str
    other: str


@change(needs=Verb.WORK)
def look_for_earlier_involvement(
    *, case: Case, by: Officer, at: datetime, why: str, seen: int | None = None
) -> Done[Search | None]:
    """Asks the register about all of a case who are new or known by something new; by hand, about all."""
    people = people_of(case)
    places = found_in(case)
    known = identities(places.marks(), people)
    before = _asked_before(case) if why != ASKED else {}
    new = [one for one in people if before.get(one.owner) != known[one.owner]]
    if not new and why == CHANGED:
        return Done(None, None)
    found = _propose(case, matches(case, new, places) if new else (), at)
    asked = before | dict(known)
    (search,) = insert(
        [Search(case=case, why=why, people=len(new), found=len(found), asked=asked, by=by, at=at)]
    )
    _open_tasks(case, found, at)
    end_tasks(case=case, by=the_service(), at=at, kind=LOOK, outcome="looked")
    told = sum(one.told_here for one in found)
    entry = says("known_looked_for", people=len(new), found=told, why=Word(f"known_why.{why}"))
    return Done(search, entry)


def _asked_before(case: Case) -> dict[str, str]:
    last = next(iter(held(Search.objects.filter(case=case)[:1], case)), None)
    return dict(last.asked) if last else {}


def _propose(case: Case, pairs: Iterable[Pair], at: datetime) -> Sequence[Told]:
    """Keeps what is new of what was found; of a match that waits already, what the two share now."""
    known = {_two(row): row for row in _of_case(case)}
    new: list[Candidate] = []
    for pair in pairs:
        row = known.get(_Two(pair.here, pair.there)) or known.get(_Two(pair.there, pair.here))
        if row is None:
            new.append(_candidate(case, pair, at))
        elif row.decision == Candidate.WAITING:
            Candidate.objects.filter(pk=row.pk).update(**_shared(pair))
    if new:
        insert(new)
        wrote(case, Candidate)
    return told_of(new)


def _of_case(case: Case) -> Iterable[Candidate]:
    return held(Candidate.objects.filter(models.Q(case=case) | models.Q(other_case=case)), case)


def _two(row: Candidate) -> _Two:
    here = f"party:{row.party_id}" if row.party_id else f"child:{row.child_id}"
    there = f"party:{row.other_party_id}" if row.other_party_id else f"child:{row.other_child_id}"
    return _Two(here, there)


def _candidate(case: Case, pair: Pair, at: datetime) -> Candidate:
    (kind, pk), (other_kind, other) = pair.here.split(":"), pair.there.split(":")
    people = {f"{kind}_id": int(pk), f"other_{other_kind}_id": int(other)}
    return Candidate(case=case, other_case_id=pair.other_case, found_at=at, **people, **_shared(pair))


def _shared(pair: Pair) -> dict[str, object]:
    reasons = pair.match.reasons
    return {
        "score": pair.match.score,
        "reasons": [one.code for one in reasons if not one.guarded],
        "guarded_reasons": [one.code for one in reasons if one.guarded],
        "is_open": pair.match.is_open,
    }


def _open_tasks(case: Case, found: Sequence[Told], at: datetime) -> None:
    """Somebody has to look: on this case, or, where not all who see it may know of the other, on that one."""
    if any(one.told_here for one in found) or (not is_new(case) and still_waiting(case)):
        open_task(case=case, by=the_service(), at=at, kind=TASK)
    there = [one.other_case for one in found if one.told_there]
    for other in Case.objects.filter(pk__in=there) if there else ():
        open_task(case=other, by=the_service(), at=at, kind=TASK)


def place_tasks(case: Case, at: datetime) -> None:
    """Who sees a case has changed: the tasks of its matches stand where everybody may know of them."""
    for one in cases_matched_with(case):
        if still_waiting(one):
            open_task(case=one, by=the_service(), at=at, kind=TASK)
        else:
            end_tasks(case=one, by=the_service(), at=at, kind=TASK, outcome="known_nothing_here")
