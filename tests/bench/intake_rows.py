"""A case as intake leaves it: the product's own reading of an invented answer, as rows to be written."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from lles.casefile import locations
from lles.casefile.models import (
    Application,
    Case,
    Child,
    Direction,
    Hearing,
    Location,
    Order,
    Paper,
    Party,
    Relation,
)
from lles.law.pathway import Decision, pathway_of
from lles.links.court.facts import CourtCase
from lles.links.court.payload import loads, read_answer
from lles.site.synthetic.facts import Payload
from lles.site.synthetic.many import answer
from lles.work.intake.changes.rows import Rows, Values, kinds_directed, rows_of
from lles.work.intake.changes.take import content_hash
from lles.work.intake.changes.whereabouts import details_of
from lles.work.intake.models import Arrival, Received
from tests.bench.copying import Ledger
from tests.bench.plans import Plan

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Taken:
    """A case that intake has opened: its number, what the court said, its pathway, its people."""

    case: int
    said: CourtCase
    rows: Rows
    decision: Decision
    adults: tuple[tuple[int, str], ...]
    children: tuple[int, ...]
    directions: Mapping[str, int]


def take(ledger: Ledger, plan: Plan, payload: Payload) -> Taken:
    """The rows that an answer with one case leaves behind."""
    content = json.dumps(answer([payload])).encode()
    said = read_answer(loads(content)).cases[0]
    rows = rows_of(said, plan.opened_at.date())
    filed_on = said.submitted_on or said.issued_on
    decision = pathway_of(said.kinds, said.court_code, said.court_name, filed_on)
    case = ledger.add(
        Case, **rows.case, reference=f"C-{plan.number}", law=said.service, court_number=said.number or "",
        received_on=said.issued_on, received_basis="court_issue", pathway=decision.pathway.value,
        pathway_area=decision.area or "", office_id=plan.office, officer_id=plan.officer,
        opened_at=plan.opened_at, closed_at=plan.closed_at, version=7,
    )  # fmt: skip
    for model, found in ((Application, rows.applications), (Hearing, rows.hearings)):
        key = "kind" if model is Application else "court_key"
        _add(ledger, model, case, key, found)
    children, parties = _people(ledger, case, rows, said, plan.opened_at)
    fetched: Values = {"state": "fetched", "fetched_at": plan.opened_at, "sha256": "0" * 64}
    _add(ledger, Paper, case, "court_key", {key: row | fetched for key, row in rows.papers.items()})
    directions = _orders(ledger, case, rows, said, plan.opened_at)
    _arrive(ledger, case, said, content, plan.opened_at)
    adults = tuple(
        (parties[key], f"{row['first_name']} {row['last_name']}") for key, row in rows.parties.items()
    )
    return Taken(case, said, rows, decision, adults, tuple(children.values()), directions)


def _add(
    ledger: Ledger, model: type[Application | Child | Hearing | Order | Paper | Party], case: int, key: str,
    rows: Mapping[str, Values],
) -> dict[str, int]:  # fmt: skip
    return {value: ledger.add(model, case_id=case, **{key: value}, **row) for value, row in rows.items()}


def _people(
    ledger: Ledger, case: int, rows: Rows, said: CourtCase, at: datetime
) -> tuple[dict[str, int], dict[str, int]]:
    children = _add(ledger, Child, case, "court_key", rows.children)
    parties = _add(ledger, Party, case, "court_key", rows.parties)
    for relation in said.relations:
        ledger.add(
            Relation, case_id=case, party_id=parties[relation.party_key],
            child_id=children[relation.child_key], kind=relation.kind, details=relation.details,
        )  # fmt: skip
    adults = {key: Party(pk=number) for key, number in parties.items()}
    kin = {key: Child(pk=number) for key, number in children.items()}
    for detail in details_of(said, adults, kin):
        row = locations.sealed_row(case, detail, at)
        ledger.add(
            Location, **{name: value for name, value in vars(row).items() if name not in ("_state", "id")}
        )
    return children, parties


def _orders(ledger: Ledger, case: int, rows: Rows, said: CourtCase, at: datetime) -> dict[str, int]:
    numbers = _add(ledger, Order, case, "court_key", rows.orders)
    return {
        kind: ledger.add(
            Direction, case_id=case, order_id=numbers[order.key], kind=kind, label=label,
            due_on=order.filing_due_on, given_at=at,
        )
        for order in said.orders
        for kind, label in kinds_directed(order)
    }  # fmt: skip


def _arrive(ledger: Ledger, case: int, said: CourtCase, content: bytes, at: datetime) -> None:
    digest = hashlib.sha256(content).hexdigest()
    received = ledger.add(
        Received, source=f"feed:private:{at:%Y-%m-%dT%H:%M}", sha256=digest, size=len(content), at=at
    )
    ledger.add(
        Arrival, received_id=received, position=0, law=said.service, court_number=said.number or "",
        court_name=said.court_name, children=len(said.children), content_sha256=content_hash(said.raw),
        court_changed_at=said.modified_at, outcome=Arrival.OPENED, case_id=case, at=at,
    )  # fmt: skip
