"""Which bodies a reader is told by name, and of which the name would say where a protected person lives."""

from typing import cast

from lles.casefile.models import Case, Check
from lles.casefile.queries.naming import named_openly
from lles.casefile.rules.bodies import body_name
from lles.casefile.rules.names_of_bodies import BodyKind, NamedBody


def hidden_bodies(case: Case, reader: str) -> frozenset[NamedBody]:
    """The bodies that were asked, and that a reader is not told by name; by the name under which the store of
    locations knows the reader."""
    return _asked(case) - _shown(case, reader)


def names_shown(case: Case, reader: str) -> tuple[str, ...]:
    """The names of the bodies that a reader is told, in both languages."""
    shown = (body_name(kind, slug) for kind, slug in sorted(_shown(case, reader)))
    return tuple(name for one in shown for name in (one.en, one.cy))


def _asked(case: Case) -> frozenset[NamedBody]:
    return frozenset((cast(BodyKind, one.kind), one.body) for one in _of_adults(case))


def _shown(case: Case, reader: str) -> frozenset[NamedBody]:
    """The bodies that are named of somebody, whomever else they were asked about."""
    rows = _of_adults(case)
    openly = named_openly(case, rows)
    return frozenset(
        (cast(BodyKind, one.kind), one.body)
        for one in rows
        if one.pk in openly or reader == f"party:{one.party_id}"
    )


def _of_adults(case: Case) -> list[Check]:
    asked = case.checks.filter(kind__in=Check.OF_ADULTS).exclude(body="")
    return list(asked.select_related("party", "adult"))
