"""Questions that were asked under a name or a day of birth that was put right are asked again."""

from collections.abc import Iterator
from datetime import datetime

from lles.casefile.inserting import insert
from lles.casefile.models import Case, Check, Child, Party
from lles.casefile.passage import wrote
from lles.casefile.queries.corrections import is_named_in
from lles.casefile.timeline import Said, Word, says


def ask_anew(case: Case, person: Child | Party, at: datetime) -> tuple[Said, ...]:
    """Inside a change: marks every question that named somebody as they are not. What nobody has answered is
    to be asked again; beside what was answered about perhaps somebody else the question stands anew. In a
    closed case, where nobody is asked, it is marked alone."""
    party, child = (None, person.pk) if isinstance(person, Child) else (person.pk, None)
    asked = case.checks.filter(set_aside_at=None).exclude(asked_on=None)
    named = [
        one
        for one in asked.select_related("party", "adult", "child").prefetch_related("answers")
        if is_named_in(one, party, child)
    ]
    lines = tuple(_overtaken(case, named, at))
    wrote(case, Check)
    return lines


def _overtaken(case: Case, named: list[Check], at: datetime) -> Iterator[Said]:
    new: list[Check] = []
    for check in named:
        is_first, check.overtaken_at = check.overtaken_at is None, check.overtaken_at or at
        if case.closed_at is None and not check.answers.all():
            check.asked_on, check.way = None, ""
        elif case.closed_at is None and is_first and not check.is_source and not check.is_enhanced:
            new.append(_anew(case, check, at, new))
        check.save(update_fields=["overtaken_at", "asked_on", "way"])
        yield says("check_ask_again", check=Word(f"check.{check.asked_for}"), person=check.person.name)
    insert(new)


def _anew(case: Case, check: Check, at: datetime, others: list[Check]) -> Check:
    """The same question once more, numbered after those that stand."""
    whom = {"party": check.party, "adult": check.adult}
    known = case.checks.filter(kind=check.kind, **whom).count()
    beside = sum((one.kind, one.party, one.adult) == (check.kind, check.party, check.adult) for one in others)
    return Check(
        case=case, kind=check.kind, number=known + beside + 1, body=check.body, place=check.place,
        basis=check.basis, basis_on=check.basis_on, basis_from=check.basis_from,
        basis_words=check.basis_words, opened_at=at, **whom,
    )  # fmt: skip
