"""Which bodies a reader is told by name, and of which the name would say where a protected person lives."""

from collections.abc import Iterable

from lles.casefile.locations import Kept
from lles.casefile.models import Case, Check
from lles.casefile.queries.naming import Naming, naming_of
from lles.casefile.rules.bodies import body_name
from lles.casefile.rules.names_of_bodies import NamedBody


def naming_in(case: Case, kept: Iterable[Kept] | None = None) -> Naming:
    """What is told of everybody who was asked about the adults of a case."""
    asked = case.checks.filter(kind__in=Check.OF_ADULTS).exclude(body="")
    return naming_of(case, list(asked.select_related("party", "adult")), kept)


def names_of_bodies(bodies: Iterable[NamedBody]) -> tuple[str, ...]:
    """The names of bodies in both languages."""
    shown = (body_name(kind, slug) for kind, slug in sorted(bodies))
    return tuple(name for one in shown for name in (one.en, one.cy))
