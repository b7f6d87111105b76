"""The head of every page of a case: who it is about, its hearings, how much is open; read with the case."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models.expressions import RawSQL

from lles.casefile.queries.drafts_in_hand import ABOUT, IN_HAND, DraftRow, draft_row
from lles.casefile.timeline import LONDON


@dataclass(frozen=True)
class ChildRow:
    """A child as a page names it."""

    pk: int
    name: str
    born_on: date | None
    language: str
    nation: str


@dataclass(frozen=True)
class PartyRow:
    """A party as a page names it."""

    pk: int
    role: str
    number: int
    name: str
    born_on: date | None
    language: str
    is_organisation: bool
    was_reached: bool
    spoke: str

    @property
    def owner(self) -> str:
        """The name under which the store of locations knows this person."""
        return f"party:{self.pk}"


@dataclass(frozen=True)
class HearingRow:
    """A hearing as a page names it; where its venue has a code, that is one of the courts' own list."""

    pk: int
    type_code: str
    type_words: str
    starts_at: datetime | None
    venue: str
    venue_code: str
    going_ahead: bool

    @property
    def on(self) -> date | None:
        """The day of the hearing in London."""
        return self.starts_at.astimezone(LONDON).date() if self.starts_at else None


@dataclass(frozen=True)
class SafeContactRow:
    """How it is safe to reach a party, as every page of the case says it."""

    party: int
    voicemail: bool | None
    letters: bool | None
    how: str


@dataclass(frozen=True)
class AbuseRow:
    """Where and on which day domestic abuse was raised, as every page of the case says it (DA-ALLSTAGES)."""

    pk: int
    source: str
    raised_on: date
    party: int | None


@dataclass(frozen=True)
class BondRow:
    """What one adult is to one child."""

    party: int
    child: int
    kind: str


@dataclass(frozen=True)
class Head:
    """What every page of a case says on top."""

    children: tuple[ChildRow, ...]
    parties: tuple[PartyRow, ...]
    hearings: tuple[HearingRow, ...]
    safe_contacts: tuple[SafeContactRow, ...]
    works: frozenset[str]
    open_tasks: int
    open_checks: int
    abuse: tuple[AbuseRow, ...]
    bonds: tuple[BondRow, ...]
    managers: tuple[str, ...]
    drafts: tuple[DraftRow, ...]

    @property
    def to_reach(self) -> tuple[PartyRow, ...]:
        """The adults to whom nobody has spoken yet."""
        return tuple(one for one in self.parties if not one.is_organisation and not one.was_reached)

    def next_hearing(self, today: date) -> HearingRow | None:
        """The next hearing that goes ahead; one of today is still the next."""
        coming = [one for one in self.hearings if one.going_ahead and one.on and one.on >= today]
        return min(coming, key=lambda one: (one.starts_at, one.pk), default=None)


_OF_CASE = "casefile_case.id"
_TODAY = "(now() AT TIME ZONE 'Europe/London')::date"
_RIGHT = "NOT EXISTS (SELECT FROM casefile_conversationwrong WHERE conversation_id = held.id)"
_COLUMN = f"""json_build_object(
 'children', (SELECT json_agg(one ORDER BY one.pk) FROM (
    SELECT id AS pk, trim(first_name || ' ' || last_name) AS name, born_on, language, nation
    FROM casefile_child WHERE case_id = {_OF_CASE}) AS one),
 'parties', (SELECT json_agg(one ORDER BY one.role, one.number, one.pk) FROM (
    SELECT id AS pk, role, number, trim(first_name || ' ' || last_name) AS name, born_on, language,
      is_organisation, EXISTS (SELECT 1 FROM casefile_conversation AS held
        WHERE held.party_id = casefile_party.id AND held.outcome = 'spoke' AND {_RIGHT}) AS was_reached,
      coalesce((SELECT held.language FROM casefile_conversation AS held
        WHERE held.party_id = casefile_party.id AND held.outcome = 'spoke' AND {_RIGHT}
        ORDER BY held.began_at DESC, held.id DESC LIMIT 1), '') AS spoke
    FROM casefile_party WHERE case_id = {_OF_CASE}) AS one),
 'hearings', (SELECT json_agg(one ORDER BY one.starts_at, one.pk) FROM (
    SELECT id AS pk, type_code, type_words, starts_at, venue, venue_code, going_ahead
    FROM casefile_hearing WHERE case_id = {_OF_CASE}) AS one),
 'safe_contacts', (SELECT json_agg(one ORDER BY one.party) FROM (
    SELECT DISTINCT ON (party_id) party_id AS party, voicemail, letters, how
    FROM casefile_safecontact WHERE case_id = {_OF_CASE} ORDER BY party_id, id DESC) AS one),
 'works', (SELECT json_agg(DISTINCT split_part(kind, '.', 1)) FROM casefile_task WHERE case_id = {_OF_CASE}),
 'open_tasks', (SELECT count(*) FROM casefile_task WHERE case_id = {_OF_CASE} AND ended_at IS NULL
    AND coalesce((due->>'comes_up_on')::date <= {_TODAY}, true)
    AND coalesce(from_on <= {_TODAY}, true) AND coalesce(until_on >= {_TODAY}, true)),
 'open_checks', (SELECT count(*) FROM casefile_check AS asked WHERE case_id = {_OF_CASE}
    AND set_aside_at IS NULL AND NOT EXISTS (SELECT 1 FROM casefile_checkanswer WHERE asked_id = asked.id)),
 'abuse', (SELECT json_agg(one ORDER BY one.raised_on, one.pk) FROM (
    SELECT id AS pk, source, raised_on, party_id AS party
    FROM casefile_abuseraised WHERE case_id = {_OF_CASE}) AS one),
 'bonds', (SELECT json_agg(json_build_object('party', party_id, 'child', child_id, 'kind', bond.kind)
      ORDER BY party.role, party.number, child_id, bond.id)
    FROM casefile_relation AS bond JOIN casefile_party AS party ON party.id = party_id
    WHERE bond.case_id = {_OF_CASE}),
 'drafts', (SELECT json_agg(json_build_object('kind', casefile_draft.kind, 'subject', subject,
      'about', {ABOUT}, 'by', writer.name, 'at', casefile_draft.at) ORDER BY casefile_draft.id)
    FROM casefile_draft JOIN casefile_officer AS writer ON writer.id = casefile_draft.by_id
    WHERE casefile_draft.case_id = {_OF_CASE} AND {IN_HAND}),
 'managers', (SELECT json_agg(manager.name ORDER BY manager.name, manager.id)
    FROM casefile_officer AS manager JOIN casefile_account AS account ON account.id = account_id
    WHERE manager.office_id = casefile_case.office_id AND manager.roles ? 'service_manager'
      AND account.is_active AND NOT manager.is_service AND NOT EXISTS (SELECT FROM casefile_exclusion AS held
        WHERE held.case_id = {_OF_CASE} AND held.officer_id = manager.id AND held.ended_at IS NULL)))
"""


def head_column() -> RawSQL:
    """The head as one more column of a statement about cases."""
    return RawSQL(_COLUMN, (), output_field=models.TextField())


def head_from(column: object) -> Head:
    """The head of the pages of a case, from its column."""
    given: Mapping[str, Any] = column if isinstance(column, Mapping) else json.loads(str(column))
    return Head(
        children=tuple(ChildRow(**_typed(one)) for one in given["children"] or ()),
        parties=tuple(PartyRow(**_typed(one)) for one in given["parties"] or ()),
        hearings=tuple(HearingRow(**_typed(one)) for one in given["hearings"] or ()),
        safe_contacts=tuple(SafeContactRow(**one) for one in given["safe_contacts"] or ()),
        works=frozenset(given["works"] or ()),
        open_tasks=given["open_tasks"],
        open_checks=given["open_checks"],
        abuse=tuple(AbuseRow(**_typed(one)) for one in given["abuse"] or ()),
        bonds=tuple(BondRow(**one) for one in given["bonds"] or ()),
        managers=tuple(given["managers"] or ()),
        drafts=tuple(draft_row(one) for one in given["drafts"] or ()),
    )


def _typed(row: Mapping[str, Any]) -> dict[str, Any]:
    typed = dict(row)
    if born_on := row.get("born_on"):
        typed["born_on"] = date.fromisoformat(born_on)
    if raised_on := row.get("raised_on"):
        typed["raised_on"] = date.fromisoformat(raised_on)
    if starts_at := row.get("starts_at"):
        typed["starts_at"] = datetime.fromisoformat(starts_at)
    return typed
