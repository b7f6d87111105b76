"""What stands on one officer's desk beside the tasks: what came in, what waits on others, whom to reach, and
the hearings ahead; of the officer's own open cases, and the hearings to which they go for others, in one
statement."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lles.casefile import register, timeline
from lles.casefile.access import HEARINGS_ON_DUTY, OWN_OPEN_CASES, Verb, goes_to_court
from lles.casefile.models import Officer
from lles.casefile.prepared import rows_of
from lles.casefile.rules.courts import court_name, is_in_wales
from lles.law.bilingual import Language, Text

OF_THE_HOUSE = ("refused", "task_opened", "task_ended", "checks_opened", "allocated")
CALLS = "casefile:conversations"


@dataclass(frozen=True, slots=True)
class CameIn:
    """Something that others, or the courts, brought to a case."""

    reference: str
    lines: tuple[str, ...]
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ToSign:
    """What waits on a case for a second person's word."""

    reference: str
    kind: str


@dataclass(frozen=True, slots=True)
class HearingAhead:
    """A hearing that is listed; of a case that is not one's own, to which one goes for its officer."""

    reference: str
    type_code: str
    type_words: str
    starts_at: datetime
    children: tuple[str, ...]
    is_duty: bool


@dataclass(frozen=True, slots=True)
class ToReach:
    """An adult to whom nobody has spoken yet, and what was tried."""

    pk: int
    name: str
    attempts: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk of one officer, and whether any open case is their own."""

    since: datetime
    holds_cases: bool
    came_in: tuple[CameIn, ...]
    to_sign: tuple[ToSign, ...]
    hearings: tuple[HearingAhead, ...]
    to_reach: Mapping[int, tuple[ToReach, ...]]


_NAME = "trim(p.first_name || ' ' || p.last_name)"
_DESK = f"""
WITH mine AS MATERIALIZED ({OWN_OPEN_CASES}),
begun AS MATERIALIZED (SELECT coalesce((
  SELECT at FROM casefile_sighting WHERE officer_id = %(officer)s::bigint AND at < %(midnight)s::timestamptz
  ORDER BY at DESC LIMIT 1), %(before)s::timestamptz) AS at),
tasks AS MATERIALIZED (
 SELECT t.case_id, t.kind FROM mine JOIN casefile_task AS t ON t.case_id = mine.id
 WHERE t.ended_at IS NULL AND (t.kind = ANY(%(to_sign)s::text[]) OR t.kind = ANY(%(calls)s::text[])))
SELECT json_build_object(
 'since', (SELECT at FROM begun), 'holds_cases', EXISTS (SELECT FROM mine),
 'came_in', (SELECT json_agg(one) FROM (
   SELECT mine.reference, e.kind, e.facts, e.at, o.name AS by FROM mine
   JOIN casefile_entry AS e ON e.case_id = mine.id JOIN casefile_officer AS o ON o.id = e.by_id
   WHERE e.at >= (SELECT at FROM begun) AND e.by_id <> %(officer)s::bigint
   AND e.kind <> ALL(%(house)s::text[])
   ORDER BY e.id DESC LIMIT %(at_most)s::bigint) AS one),
 'to_sign', (SELECT json_agg(json_build_array(mine.reference, tasks.kind) ORDER BY mine.id)
   FROM mine JOIN tasks ON tasks.case_id = mine.id WHERE tasks.kind = ANY(%(to_sign)s::text[])),
 'hearings', (SELECT json_agg(one) FROM (
   SELECT c.reference, h.type_code, h.type_words, h.starts_at, ahead.is_duty,
    (SELECT json_agg(trim(first_name || ' ' || last_name) ORDER BY id)
     FROM casefile_child WHERE case_id = c.id) AS children
   FROM (SELECT h.id, false AS is_duty FROM mine JOIN casefile_hearing AS h ON h.case_id = mine.id
     UNION ALL SELECT duty.hearing_id, true FROM ({HEARINGS_ON_DUTY}) AS duty) AS ahead
   JOIN casefile_hearing AS h ON h.id = ahead.id JOIN casefile_case AS c ON c.id = h.case_id
   WHERE h.going_ahead AND h.starts_at >= %(midnight)s::timestamptz
   ORDER BY h.starts_at, h.id LIMIT %(at_most)s::bigint) AS one),
 'to_reach', (SELECT json_agg(one ORDER BY one.role, one.number, one.pk) FROM (
   SELECT p.case_id AS "case", p.id AS pk, p.role, p.number, {_NAME} AS name, count(tried.id) AS attempts,
    max(tried.began_at) AS last_at
   FROM casefile_party AS p LEFT JOIN casefile_conversation AS tried ON tried.party_id = p.id
    AND NOT EXISTS (SELECT FROM casefile_conversationwrong WHERE conversation_id = tried.id)
   WHERE p.case_id IN (SELECT case_id FROM tasks WHERE kind = ANY(%(calls)s::text[]))
   AND NOT p.is_organisation
   GROUP BY p.id HAVING NOT coalesce(bool_or(tried.outcome = 'spoke'), false)) AS one)
)::text
"""


def desk_of(
    officer: Officer, midnight: datetime, before: datetime, language: Language, at_most: int = 12
) -> Desk:
    """The desk of an officer: what came in counts from the officer's last look at a case before today, or
    from the moment given, and what the officer did is no news."""
    calls = [kind.name for kind in register.task_kinds() if kind.page == CALLS]
    given = {
        "officer": officer.pk, "midnight": midnight, "before": before, "at_most": at_most,
        "house": [*OF_THE_HOUSE, *timeline.groups()["access"]], "calls": calls,
        "to_sign": list(register.task_kinds_that_need(Verb.APPROVE)), "goes_to_court": goes_to_court(officer),
    }  # fmt: skip
    ((column,),) = rows_of(_DESK, given)
    return _desk(json.loads(column), language)


def _desk(given: Mapping[str, Any], language: Language) -> Desk:
    to_reach: dict[int, tuple[ToReach, ...]] = {}
    for one in given["to_reach"] or ():
        person = ToReach(one["pk"], one["name"], one["attempts"], _moment(one["last_at"]))
        to_reach[one["case"]] = (*to_reach.get(one["case"], ()), person)
    return Desk(
        since=datetime.fromisoformat(given["since"]),
        holds_cases=given["holds_cases"],
        came_in=tuple(
            CameIn(
                one["reference"],
                timeline.read(one["kind"], one["facts"], language, _typed),
                datetime.fromisoformat(one["at"]),
                one["by"],
            )
            for one in given["came_in"] or ()
        ),
        to_sign=tuple(ToSign(*one) for one in given["to_sign"] or ()),
        hearings=tuple(_hearing(one) for one in given["hearings"] or ()),
        to_reach=to_reach,
    )


def _typed(words: str) -> Text:
    """Words that somebody typed may name a place that is protected in their case: there they stand. A court
    of our table is no such place."""
    return court_name("", words) if is_in_wales("", words) else timeline.word("typed.elsewhere")


def _hearing(one: Mapping[str, Any]) -> HearingAhead:
    return HearingAhead(
        one["reference"],
        one["type_code"],
        one["type_words"],
        datetime.fromisoformat(one["starts_at"]),
        tuple(one["children"] or ()),
        one["is_duty"],
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
