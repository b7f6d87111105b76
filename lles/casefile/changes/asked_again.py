"""Questions that were asked under a name or a day of birth that was put right are asked anew: each with a
reference of its own, so that a late answer to the wrong question closes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.inserting import insert
from lles.casefile.models import Case, Check, Child, Officer, Party
from lles.casefile.passage import wrote
from lles.casefile.queries.corrections import is_named_in, whom
from lles.casefile.timeline import Said, Word, says


@dataclass(frozen=True)
class Overtaken:
    """What becomes of the questions that named somebody otherwise: a line of each, and whether any of them is
    asked anew."""

    lines: tuple[Said, ...] = ()
    is_asked_anew: bool = False


def ask_anew(case: Case, person: Child | Party, at: datetime) -> Overtaken:
    """Inside a change: marks every question that named somebody as they are not, and opens it anew. In a
    closed case, where nobody is asked, it is marked alone."""
    party, child = whom(person)
    asked = case.checks.filter(set_aside_at=None, asked_anew=None).exclude(asked_on=None)
    named = [one for one in _with_people(asked) if is_named_in(one, party, child)]
    Check.objects.filter(pk__in=[one.pk for one in named], overtaken_at=None).update(overtaken_at=at)
    anew = set() if case.closed_at else {one.instead_of_id for one in _opened_anew(case, named, at)}
    return Overtaken(tuple(_line(one, is_anew=one.pk in anew) for one in named), bool(anew))


@change(needs=Verb.WORK)
def ask_overtaken_anew(*, case: Case, by: Officer, at: datetime) -> Done[None]:
    """Opens anew what was asked with details that were put right while the case was closed."""
    left = case.checks.filter(set_aside_at=None, asked_anew=None).exclude(overtaken_at=None)
    opened = _opened_anew(case, _with_people(left), at)
    lines = tuple(_said("check_opened", one) for one in opened)
    return Done(None, says("checks_opened", count=len(opened), checks=lines) if opened else None)


def _with_people(checks: QuerySet[Check]) -> list[Check]:
    people = checks.select_related("party", "adult", "child", "basis_from")
    return list(people.prefetch_related("answers"))


def _opened_anew(case: Case, asked: Iterable[Check], at: datetime) -> list[Check]:
    """The question once more beside what was answered, and in place of what nobody has answered, which is
    asked no longer. Whoever is close to a child and has told of the child is not asked twice."""
    new: list[Check] = []
    for check in asked:
        is_answered = bool(check.answers.all())
        if is_answered and check.is_source:
            continue
        new.append(_anew(case, check, at, new))
        if not is_answered:
            Check.objects.filter(pk=check.pk).update(set_aside_at=at)
    insert(new)
    wrote(case, Check)
    return new


def _anew(case: Case, check: Check, at: datetime, others: list[Check]) -> Check:
    """The same question once more, numbered after those that stand."""
    whom = {"party": check.party, "adult": check.adult, "child": check.child}
    known = case.checks.filter(kind=check.kind, **whom).count()
    beside = sum((one.kind, one.owner) == (check.kind, check.owner) for one in others)
    return Check(
        case=case, kind=check.kind, number=known + beside + 1, is_enhanced=check.is_enhanced, body=check.body,
        place=check.place, basis=check.basis, basis_on=check.basis_on, basis_from=check.basis_from,
        basis_words=check.basis_words, instead_of=check, opened_at=at, **whom,
    )  # fmt: skip


def _line(check: Check, *, is_anew: bool) -> Said:
    return _said("check_ask_again" if is_anew else "check_asked_otherwise", check)


def _said(kind: str, check: Check) -> Said:
    return says(kind, check=Word(f"check.{check.asked_for}"), person=check.person.name)
