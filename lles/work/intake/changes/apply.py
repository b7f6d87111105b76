"""Brings the rows of a case to what the court now says; nothing is deleted because an answer leaves it
out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db import models

from lles.casefile import locations
from lles.casefile.changes.directions import Directed, announced, direct_as_the_court_says, line_of
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.hearings import ADJOURNED
from lles.casefile.changes.left import and_what_left
from lles.casefile.changes.tasks import open_task
from lles.casefile.inserting import insert
from lles.casefile.models import Application, Case, Child, Direction, Hearing, Order, Paper, Party, Relation
from lles.casefile.passage import held, holds, is_new
from lles.casefile.queries.court import hearing_name, moment_of
from lles.casefile.register import Event
from lles.casefile.timeline import LONDON, Fact, Said, Word, says, word_or_code
from lles.law.bilingual import Text
from lles.links.court.facts import CourtCase
from lles.work.intake.changes.free_text import without_whereabouts
from lles.work.intake.changes.hearings import Announced, keep_what_was_held, ours_gives_way
from lles.work.intake.changes.persons import numbered, set_others_aside
from lles.work.intake.changes.put_right import Stands, what_stands
from lles.work.intake.changes.rows import Rows, Values, clip, kinds_directed, rows_of
from lles.work.intake.changes.whereabouts import details_of
from lles.work.intake.queries.reading import PAPERS, READ

M = TypeVar("M", bound=models.Model)
CODED = {
    "address_unknown_reason": "address_unknown",
    "applied_for": "application",
    "court_region": "region",
    "parental_responsibility": "parental_responsibility",
}
QUIET = frozenset(
    {
        "court_changed_at",
        "search_name",
        "nation_provision",
        "nation_basis_en",
        "nation_basis_cy",
        "days",
        "kind",
    }
)


@dataclass
class Applied:
    """What changed, as lines for the timeline, and what is to be announced."""

    lines: list[Said]
    announces: list[Announced]


@dataclass(frozen=True)
class Heard:
    """What a court said, the rows of it, and the fields that were emptied because they told a place."""

    said: CourtCase
    rows: Rows
    emptied: tuple[str, ...]


def hear(said: CourtCase, at: datetime) -> Heard:
    """What was said as rows of the casefile."""
    return Heard(said, *without_whereabouts(rows_of(said, at.astimezone(LONDON).date()), said))


def apply(case: Case, heard: Heard, at: datetime) -> Applied:
    """Brings every row of the case up to what was said, and says what changed."""
    said, rows = heard.said, heard.rows
    spoken_before = case.court_changed_at is not None
    lines = [says("whereabouts_in_text", field=field) for field in heard.emptied]
    lines += _case_rows(case, rows)
    lines += set_others_aside(case, rows)
    stands = what_stands(case, at)
    children = _upsert(case, Child, "court_key", stands.people(Child, rows.children), lines)
    parties = _upsert(case, Party, "court_key", stands.people(Party, numbered(case, rows.parties)), lines)
    asked = {one.kind for one in held(Application.objects.filter(case=case), case)}
    listed = {one.court_key for one in held(Paper.objects.filter(case=case), case)}
    _upsert(case, Application, "kind", rows.applications, lines)
    announces = list(_hearings(case, rows, at, lines))
    later = tuple(kind for kind in rows.applications if kind not in asked)
    if spoken_before and not is_new(case) and later:
        announces.append((Event.LATER_APPLICATION, {"kinds": later}))
    orders = _orders(case, rows, lines, announces)
    _upsert(case, Paper, "court_key", rows.papers, lines)
    if not is_new(case) and rows.papers.keys() - listed - {row.paper_key for row in orders.values()}:
        open_task(case=case, by=the_service(), at=at, kind=READ, subject=PAPERS)
    _relations(case, said, parties, children, stands)
    lines += stands.lines
    kept, left = and_what_left(
        case=case, by=the_service(), at=at,
        protect=lambda: locations.keep(case, details_of(said, parties, children), at),
    )  # fmt: skip
    lines += [says("whereabouts_changed"), *left] if kept else []
    announces += _directions(case, said, orders, at, lines)
    return Applied(lines, announces)


def _case_rows(case: Case, rows: Rows) -> Iterator[Said]:
    changed = _changes(case, rows.case)
    if changed:
        Case.objects.filter(pk=case.pk).update(**{name: new for name, (_, new) in changed.items()})
    for name, (was, now) in changed.items():
        setattr(case, name, now)
        if name not in QUIET:
            yield _field_line(case.reference, name, was, now)


def _upsert(
    case: Case, model: type[M], key: str, rows: Mapping[str, Values], lines: list[Said]
) -> dict[str, M]:
    known = {str(getattr(row, key)): row for row in held(model._default_manager.filter(case=case), case)}
    new: list[M] = []
    for value, fields in rows.items():
        if value not in known:
            known[value] = model(case=case, **{key: value}, **fields)
            new.append(known[value])
            lines.append(
                says("court_added", what=Word(f"model.{model._meta.model_name}"), name=_name(known[value]))
            )
            continue
        changed = _changes(known[value], fields | {"in_latest_answer": True})
        for name, (was, now) in changed.items():
            setattr(known[value], name, now)
            if name not in QUIET and name != "in_latest_answer":
                lines.append(_field_line(_name(known[value]), name, was, now))
        if changed:
            known[value].save(update_fields=list(changed))
    insert(new)
    if rows or model is not Hearing:
        lines += _left_out(model, key, known, rows)
    holds(case, model, known.values())
    return known


def _left_out(model: type[M], key: str, known: Mapping[str, M], rows: Mapping[str, Values]) -> Iterator[Said]:
    missing = [row.pk for value, row in known.items() if value not in rows and getattr(row, key)]
    if not missing:
        return
    for row in model._default_manager.filter(pk__in=missing, in_latest_answer=True):
        yield says("court_left_out", what=Word(f"model.{model._meta.model_name}"), name=_name(row))
    model._default_manager.filter(pk__in=missing).update(in_latest_answer=False)


def _changes(row: models.Model, fields: Mapping[str, object]) -> dict[str, tuple[object, object]]:
    kept_by_hand = _kept_by_hand(row, fields)
    return {
        name: (getattr(row, name), value)
        for name, value in fields.items()
        if getattr(row, name) != value and name not in kept_by_hand
    }


def _kept_by_hand(row: models.Model, fields: Mapping[str, object]) -> frozenset[str]:
    if isinstance(row, Hearing) and row.status == ADJOURNED and _says_nothing_new_of(row, fields):
        return frozenset({"status", "going_ahead"})
    if isinstance(row, Child) and (row.nation_basis_en.startswith("recorded") or row.nation != "unknown"):
        return frozenset({"nation", "nation_provision", "nation_basis_en", "nation_basis_cy"})
    if isinstance(row, Paper):
        once = {"state"} if row.state == Paper.WITHDRAWN else set()
        return frozenset(once | ({"restricted"} if row.restricted else set()))
    return frozenset()


def _says_nothing_new_of(row: Hearing, fields: Mapping[str, object]) -> bool:
    """Whether the court still lists a hearing that was adjourned in court as it did before."""
    return bool(fields.get("going_ahead")) and fields.get("starts_at", row.starts_at) == row.starts_at


def _name(row: models.Model) -> Fact:
    if isinstance(row, Child | Party):
        return row.name
    if isinstance(row, Hearing) and (row.type_words or row.type_code):
        return hearing_name(row)
    for field in ("title", "code", "kind", "category"):
        if value := getattr(row, field, ""):
            return str(value)
    return str(getattr(row, "court_key", ""))


def _field_line(name: Fact, field: str, was: object, now: object) -> Said:
    coded = CODED.get(field, "")
    return says(
        "court_changed", name=name, field=Word(f"field.{field}"), was=_fact(was, coded), now=_fact(now, coded)
    )


def _fact(value: object, coded: str = "") -> Fact:
    if value is None or value in ("", []):
        return Word("value.nothing")
    if coded and isinstance(value, list):
        words = [word_or_code(coded, str(code)) for code in value]
        return Text(en=", ".join(one.en for one in words), cy=", ".join(one.cy for one in words))
    if coded:
        return Word(f"{coded}.{value}")
    if isinstance(value, bool):
        return Word(f"value.{'yes' if value else 'no'}")
    return value if isinstance(value, datetime | date | int) else str(value)


def _hearings(case: Case, rows: Rows, at: datetime, lines: list[Said]) -> Iterator[Announced]:
    known = list(held(case.hearings.all(), case))
    keys = {one.court_key for one in known}
    yield from keep_what_was_held(case, known, rows.hearings, at.astimezone(LONDON).date(), lines)
    before = {one.court_key: (one.starts_at, one.going_ahead) for one in known}
    stood = {one.court_key: moment_of(one) for one in known}
    after = _upsert(case, Hearing, "court_key", rows.hearings, lines)
    for key, hearing in after.items():
        if before.get(key) == (hearing.starts_at, hearing.going_ahead):
            continue
        if key in keys:
            yield from ours_gives_way(case, hearing, lines)
        about = {"hearing": hearing.pk, "was": stood.get(key)}
        yield Event.HEARING_MOVED if key in before else Event.HEARING_LISTED, about


def _orders(case: Case, rows: Rows, lines: list[Said], announces: list[Announced]) -> Mapping[str, Order]:
    """The orders that came; one is announced when it is new, and when its kind is first known."""
    known = {one.court_key: one.kind for one in held(case.orders.only("court_key", "kind"), case)}
    orders = _upsert(case, Order, "court_key", rows.orders, lines)
    new = (one for key, one in orders.items() if key not in known or (one.kind and not known[key]))
    announces += [(Event.ORDER_MADE, {"order": order.pk, "kind": order.kind}) for order in new]
    return orders


def _relations(
    case: Case,
    said: CourtCase,
    parties: Mapping[str, Party],
    children: Mapping[str, Child],
    stands: Stands,
) -> None:
    relations = held(case.relations.all(), case)
    known = {(row.party_id, row.child_id, row.kind): row for row in relations}
    for one in _said_relations(case, said, parties, children):
        key = (one.party_id, one.child_id, one.kind)
        if key not in known and stands.keeps_out(one):
            continue
        row = known.setdefault(key, one)
        if (row.details, row.in_latest_answer) != (one.details, True):
            row.details, row.in_latest_answer = one.details, True
            if row.pk is not None:
                row.save(update_fields=["details", "in_latest_answer"])
    insert(row for row in known.values() if row.pk is None)
    holds(case, Relation, known.values())


def _said_relations(
    case: Case, said: CourtCase, parties: Mapping[str, Party], children: Mapping[str, Child]
) -> Iterator[Relation]:
    for relation in said.relations:
        adult = parties.get(clip(relation.party_key, 120))
        kin = [children[clip(relation.child_key, 120)]] if clip(relation.child_key, 120) in children else []
        for child in kin or (list(children.values()) if not relation.child_key else []):
            if adult:
                yield Relation(
                    case=case,
                    party=adult,
                    child=child,
                    kind=clip(relation.kind, 40) or "other",
                    details=clip(relation.details, 300),
                )


def _directions(
    case: Case, said: CourtCase, orders: Mapping[str, Order], at: datetime, lines: list[Said]
) -> Iterator[Announced]:
    new: list[Direction] = []
    for order in said.orders:
        row = orders.get(clip(order.key, 120))
        if row is None:
            continue
        for kind, label in kinds_directed(order):
            given = Directed(kind, clip(label, 200), order.filing_due_on, order.filing_due_time)
            if direction := direct_as_the_court_says(row, given, at):
                new.append(direction)
                lines.append(line_of(direction))
                yield announced(direction)
    if not any(one.supersedes_id for one in new):
        holds(case, Direction, new)
