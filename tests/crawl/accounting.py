"""Where every value of a payload went: a stored field, the store of locations, a note, or the list of what is
kept as it came."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.apps import apps
from django.db.models import Model

from lles.casefile import locations
from lles.casefile.models import Case
from lles.links.court import codes, moments
from lles.links.court.json_tree import leaves, repeated
from lles.links.court.reading import clean
from lles.work.intake.models import Arrival

TABLES: tuple[Mapping[str, str], ...] = (
    codes.ANSWERS, codes.GENDERS, codes.RELATIONS, codes.PRIVATE_KINDS, codes.PUBLIC_KINDS, codes.REPORTS,
    codes.CHILD_ARRANGEMENTS_TYPES, codes.ORDER_CODES, codes.HEARING_STATUSES, codes.STATES,
    codes.CATEGORIES, codes.LIVING_SITUATIONS, codes.ADDRESS_UNKNOWN_REASONS, codes.FATHERS_RESPONSIBILITY,
    codes.HARM_SEEN, codes.REGIONS,
)  # fmt: skip
APPS = ("casefile", "intake", "safeguarding")
FEWEST = 5  # shorter texts have to stand as words of their own
LONGEST_PATH = 300


def of_case(case: Case) -> Iterator[Model]:
    """Every row of the record that belongs to a case, but for the ledger's own."""
    yield case
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            if any(field.name == "case" for field in model._meta.fields) and model is not Arrival:
                yield from model._default_manager.filter(case=case)


def record(case: Case) -> str:
    """Everything the record holds of a case, with the locations opened, as one folded text."""
    said = [_text(value) for row in of_case(case) for value in _values(row)]
    for kept in locations.of_case(case):
        said += [f"{kept.owner} {kept.kind} {kept.source} protected {kept.protected}", *kept.lines]
    return "\n".join(said).casefold()


def _values(row: Model) -> Iterator[object]:
    """What a row says; a row's own number and those of others, also as a subject, say nothing that came."""
    said = (
        field
        for field in row._meta.fields
        if not (field.primary_key or field.is_relation or field.name == "subject")
    )
    yield from (getattr(row, field.attname) for field in said)


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)


def unaccounted(case: Case, raw: object) -> list[str]:
    """The places of a payload whose values are neither in the record nor named nor kept as they came."""
    held, named = record(case), list(case.feed_notes.values_list("code", "path"))
    lost = [
        path
        for path, value in leaves(raw)
        if not (codes.is_kept(case.law, path) or is_named(path, named) or is_held(value, held))
    ]
    doubled = [
        path for path, _ in repeated(raw) if not any(place == path[:LONGEST_PATH] for _, place in named)
    ]
    return lost + doubled


def is_named(path: str, named: list[tuple[str, str]]) -> bool:
    """True where a note names the place or one above it."""
    return any(
        path[:LONGEST_PATH] == place or (place and path.startswith((f"{place}.", f"{place}[")))
        for _, place in named
    )


def is_held(value: object, held: str) -> bool:
    """True where the record holds a value, in one of the forms in which it keeps such values.

    A yes, a no and the name of the service itself stand in too many places to be looked for; that each
    counts is proved by turning it round.
    """
    if codes.folded(str(value)) in codes.ANSWERS.keys() | codes.CASE_TYPES:
        return True
    return any(_stands(form.casefold(), held) for form in forms(value) if form)


def _stands(form: str, held: str) -> bool:
    if len(form) >= FEWEST:
        return form in held
    return re.search(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])", held) is not None


def forms(value: object) -> Iterator[str]:
    """The forms in which the record keeps a value: as it came, as a day, as a moment, as a code."""
    text = clean(str(value))
    yield text
    yield text.replace('"', '\\"').replace("\n", "\\n")
    yield from text.splitlines()[:1]
    if len(text) > 40:
        yield text[:40]
    yield from (table[codes.folded(text)] for table in TABLES if codes.folded(text) in table)
    if codes.CHILD_ARRANGEMENTS_TYPES.get(codes.folded(text)) == "both":
        yield "child_arrangements_spend_time"
    if day := moments.day_of(value):
        yield day.isoformat()
    for clock in (UTC, ZoneInfo("Europe/London")):
        if moment := moments.moment_of(value, clock):
            yield moment.isoformat()
