"""What was proposed of the people of a case, as far as the officer who asks may know of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import BooleanField, Q, QuerySet, Value, When
from django.db.models import Case as Either

from lles.casefile.access import Verb, shut_out_from, shut_to_somebody, within
from lles.casefile.models import Case, Child, Officer, Party
from lles.casefile.prepared import Asked
from lles.work.earlier_involvement.models import Candidate, Search

Human = Party | Child
TASK = "earlier_involvement.candidates"


@dataclass(frozen=True)
class Matched:
    """A match from one case: who it is here, who it may be there, and whether both may be seen."""

    candidate: Candidate
    case: Case
    here: Human
    other_case: Case
    there: Human
    is_seen: bool

    @property
    def owner(self) -> str:
        """The person of this case under the name the file knows."""
        return owner_of(self.here)

    @property
    def is_link(self) -> bool:
        """Whether somebody decided that they are one person."""
        return self.candidate.decision == Candidate.SAME

    @property
    def reasons(self) -> Sequence[str]:
        """All that the two share; only for somebody who may see both cases."""
        return (*self.candidate.reasons, *self.candidate.guarded_reasons) if self.is_seen else ()

    @property
    def waits(self) -> bool:
        """Whether nobody has decided yet."""
        return self.candidate.decision == Candidate.WAITING


def owner_of(person: Human) -> str:
    """The name under which the file knows a person: `party:12` or `child:7`."""
    return f"{'party' if isinstance(person, Party) else 'child'}:{person.pk}"


def matched_in(cases: Iterable[int], officer: Officer) -> Sequence[Matched]:
    """Every match of these cases that this officer may know of, from the side of each case.

    Whoever may see both cases sees all of it. Whoever may see one learns that there is another, unless that
    one is sealed, they are shut out of it, or the match rests on a detail that is protected: then there is
    none for them."""
    ids = set(cases)
    rows = _with_both(_seen_by(officer)).filter(Q(case_id__in=ids) | Q(other_case_id__in=ids))
    rows = rows.exclude(shut_out_from(officer, "case__") | shut_out_from(officer, "other_case__"))
    sides = (one for row in rows for one in _sides(row) if one.case.pk in ids)
    return [one for one in sides if one.is_seen or (one.candidate.is_open and not one.other_case.sealed)]


def candidate_for(officer: Officer, case: Case, pk: int) -> Matched | None:
    """One match of a case for somebody who may see both sides; None where for them there is none."""
    row = _with_both(_seen_by(officer)).filter(Q(case=case) | Q(other_case=case), pk=pk).first()
    found = next((one for one in _sides(row) if one.case.pk == case.pk), None) if row else None
    return found if found and found.is_seen else None


def waiting_for(officer: Officer, at_most: int) -> Sequence[Matched]:
    """The matches that wait for a decision and of which this officer may see both cases, the latest first."""
    mine = within(officer, Verb.WORK, "case__") & within(officer, Verb.SEE, "other_case__")
    rows = _with_both(_seen_by(officer)).filter(mine, decision=Candidate.WAITING).order_by("-pk")
    return [next(_sides(row)) for row in rows[:at_most]]


def searches_of(case: Case) -> Sequence[Search]:
    """Each look into the register for a case, the latest first."""
    return list(Search.objects.filter(case=case).select_related("by")[:20])


def told_in_its_case() -> Q:
    """The matches of which everybody may know who sees the case that asked."""
    return Q(is_open=True, other_case__sealed=False) & ~shut_to_somebody("other_case__")


def told_in_the_other() -> Q:
    """The matches of which everybody may know who sees the other case, and not the case that asked: the other
    one is sealed, or somebody who may see the first is shut out of it."""
    quiet = Q(other_case__sealed=True) | shut_to_somebody("other_case__")
    return Q(is_open=True) & quiet & ~shut_to_somebody("case__")


@dataclass(frozen=True)
class Told:
    """Of one match that was found: whether everybody may know of it who sees the case that asked, or who sees
    the other one."""

    other_case: int
    told_here: bool
    told_there: bool


def told_of(found: Sequence[Candidate]) -> Sequence[Told]:
    """Where each of these matches may be told."""
    rows = _TOLD.all_of(tuple(one.pk for one in found)) if found else ()
    return [Told(row.other_case_id, row.here_, row.there_) for row in rows]  # type: ignore[attr-defined]  # annotated


def with_where_told(found: Collection[int]) -> QuerySet[Candidate]:
    """Some matches, with where each may be told."""
    rows = Candidate.objects.filter(pk__in=found).only("other_case")
    return rows.annotate(here_=_whether(told_in_its_case()), there_=_whether(told_in_the_other()))


_TOLD = Asked(with_where_told)


def still_waiting(case: Case) -> bool:
    """Whether a match waits of which everybody may know who sees the case."""
    return Candidate.objects.filter(_told_in(case), decision=Candidate.WAITING).exists()


def is_told_in(case: Case, match: Candidate) -> bool:
    """Whether everybody who sees the case may know that somebody decided on this match."""
    other = match.other_case if match.case_id == case.pk else match.case
    return match.is_open and not other.sealed and not other.exclusions.filter(ended_at=None).exists()


def _told_in(case: Case) -> Q:
    return (Q(case=case) & told_in_its_case()) | (Q(other_case=case) & told_in_the_other())


def cases_matched_with(case: Case) -> Sequence[Case]:
    """The case and each one with which a match of it waits."""
    of_case = Candidate.objects.filter(Q(case=case) | Q(other_case=case), decision=Candidate.WAITING)
    ids = {pk for pair in of_case.values_list("case_id", "other_case_id") for pk in pair}
    return list(Case.objects.filter(pk__in=ids | {case.pk}).order_by("pk"))


def _seen_by(officer: Officer) -> Either:
    return _whether(within(officer, Verb.SEE, "case__") & within(officer, Verb.SEE, "other_case__"))


def _whether(so: Q) -> Either:
    return Either(When(so, then=Value(True)), default=Value(False), output_field=BooleanField())


def _with_both(seen: Either) -> QuerySet[Candidate]:
    people = ("party", "child", "other_party", "other_child")
    cases = ("case__officer", "case__office", "other_case__officer", "other_case__office")
    return Candidate.objects.select_related(*people, *cases).annotate(seen_=seen)


def _sides(row: Candidate) -> Iterator[Matched]:
    here, there = row.party or row.child, row.other_party or row.other_child
    assert here is not None
    assert there is not None
    is_seen: bool = getattr(row, "seen_")  # noqa: B009
    yield Matched(row, row.case, here, row.other_case, there, is_seen)
    yield Matched(row, row.other_case, there, row.case, here, is_seen)
