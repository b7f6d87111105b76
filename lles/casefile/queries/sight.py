"""One case through the eyes of one officer: the case, and what the officer may do with it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, QuerySet, TextField, Value, When
from django.db.models import Case as Either
from django.db.models.expressions import RawSQL

from lles.casefile.access import Verb, cases, reaches, within
from lles.casefile.models import Case, Officer
from lles.casefile.prepared import Asked
from lles.casefile.queries.head import Head, head_column, head_from
from lles.casefile.register import Remark, remark_columns, remarks_on, who_remarks

DOING = (Verb.WORK, Verb.FILE, Verb.APPROVE, Verb.ALLOCATE)


@dataclass(frozen=True)
class Seen:
    """A case as an officer has it, the head of its pages, and the verbs the officer holds over it."""

    case: Case
    head: Head
    may: frozenset[Verb]
    remarks: tuple[Remark, ...] = ()


def seen_by(officer: Officer, reference: str) -> Seen | None:
    """The case of a reference as this officer may have it; None where for them there is none."""
    case: Any = _CASE.of(officer, reference.upper())
    if case is None:
        return None
    alike, apart = _doing(officer)
    verbs = {Verb.SEE, *alike, *(verb for verb in apart if getattr(case, f"may_{verb}"))}
    return Seen(case, head_from(case.head_), frozenset(verbs), _remarks(case, officer))


def _case(officer: Officer, reference: str) -> QuerySet[Case]:
    found = cases(officer).select_related("office", "officer").filter(reference=reference)
    held = {f"may_{verb}": _holds(officer, verb) for verb in _doing(officer)[1]}
    return found.annotate(head_=head_column(), **held, remarked_=_who_remarks())


_CASE = Asked(_case)


def _doing(officer: Officer) -> tuple[frozenset[Verb], tuple[Verb, ...]]:
    """What an officer may do wherever they see, and what they may do to some of the cases that they see."""
    sees = reaches(officer, Verb.SEE)
    alike = frozenset(verb for verb in DOING if reaches(officer, verb) == sees)
    return alike, tuple(verb for verb in DOING if verb not in alike and reaches(officer, verb))


def _holds(officer: Officer, verb: Verb) -> Either:
    held = When(within(officer, verb), then=Value(True))
    return Either(held, default=Value(False), output_field=BooleanField())


def _who_remarks() -> RawSQL:
    return RawSQL(who_remarks(), (), output_field=ArrayField(TextField()))


def _remarks(case: Case, officer: Officer) -> tuple[Remark, ...]:
    pieces = getattr(case, "remarked_", ())
    return _remarked(officer, [case.pk], pieces)[case.pk] if pieces else ()


def remarks_on_cases(officer: Officer, cases_: Collection[int]) -> Mapping[int, tuple[Remark, ...]]:
    """What the pieces of work remark on these cases: one statement, and one more where there is anything."""
    about = Case.objects.filter(pk__in=cases_).annotate(remarked_=_who_remarks()).exclude(remarked_=[])
    pieces = dict(about.values_list("pk", "remarked_") if cases_ else ())
    return _remarked(officer, pieces, frozenset(name for names in pieces.values() for name in names))


def _remarked(
    officer: Officer, about: Collection[int], pieces: Collection[str]
) -> Mapping[int, tuple[Remark, ...]]:
    """What these pieces have to say; a column that nobody needs is not asked for."""
    found = _asked_of(frozenset(pieces)).all_of(officer, tuple(about)) if about else ()
    return {case.pk: remarks_on(case, pieces) for case in found}


@cache
def _asked_of(pieces: frozenset[str]) -> Asked[Case]:
    def remarked(officer: Officer, about: Collection[int]) -> QuerySet[Case]:
        found = cases(officer).filter(pk__in=about)
        return found.only("pk").annotate(**remark_columns(officer, pieces))

    return Asked(remarked)
