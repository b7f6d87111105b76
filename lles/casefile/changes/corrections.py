"""What was keyed or sent of a person is put right: it stands from then on, also where the court goes on
saying what it said before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from lles.casefile.access import Verb
from lles.casefile.changes.asked_again import Overtaken, ask_anew, ask_overtaken_anew
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.inserting import insert
from lles.casefile.models import Case, Child, Correction, CourtDiffers, Officer, Party, Relation
from lles.casefile.queries.cases import search_form
from lles.casefile.queries.corrections import (
    Whom,
    fact_of,
    field_in_words,
    fields_of,
    relations_of,
    role_is_written_of,
    whom,
)
from lles.casefile.register import Event, Occasion
from lles.casefile.rules.corrections import RELATION, PutRight, changed, finds_others, from_text
from lles.casefile.rules.corrections import says_something_new as is_new
from lles.casefile.timeline import Said, Word, says

TASK = "casefile.court_differs"


@dataclass(frozen=True)
class Given:
    """How a person is to stand: each field with its value, each relation that stands with its kind (empty
    where there is none), each new one by its child; and from what that is known."""

    fields: Mapping[str, object]
    because: str
    words: str
    kinds: Mapping[int, str] = field(default_factory=dict)
    new_kinds: Mapping[int, str] = field(default_factory=dict)


@change(needs=Verb.WORK)
def put_right(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    person: Child | Party,
    given: Given,
    seen: int | None = None,
) -> Done[None]:
    """Puts right what was keyed or sent of a person, with from what that is known. What stood there is kept;
    where the court says otherwise the officer has decided by it; who was asked under a wrong name or day of
    birth is asked again, and the register too."""
    name = person.name
    rows = [*_fields_put_right(case, person, given.fields), *_relations_put_right(case, person, given)]
    kept = _settle(case, person, by, at)
    if not rows and not kept:
        return Done(None, None)
    for row in rows:
        row.because, row.words, row.by, row.at = given.because, given.words, by, at
    insert(rows)
    lines = tuple(_line(one) for one in rows)
    stands = tuple(says("court_differs_decided", field=field_in_words(one.field, one.child)) for one in kept)
    again = ask_anew(case, person, at) if finds_others(row.field for row in rows) else Overtaken()
    entry = says(
        "put_right", person=name, because=Word(f"put_right_from.{given.because}"), reason=given.words,
        lines=(*lines, *stands, *again.lines),
    )  # fmt: skip
    who = "child" if isinstance(person, Child) else "party"
    return Done(None, entry, ((Event.DETAILS_CHANGED, {who: person.pk, "asked_again": again.is_asked_anew}),))


def hear_of_a_person(
    case: Case,
    person: Child | Party,
    said: Mapping[str, object],
    standing: Mapping[str, PutRight],
    at: datetime,
) -> Iterator[Said]:
    """Inside a change: where the court says something new of a field that was put right, it is asked about;
    what was put right stands."""
    for name, text in said.items():
        if name in standing and is_new(str(text), standing[name]):
            yield from ask_about(case, whom(person), name, str(text), person.name, at)


def ask_about(case: Case, of: Whom, name: str, said: str, person: str, at: datetime) -> Iterator[Said]:
    """Inside a change: keeps what the court says otherwise, once, and asks an officer to decide."""
    party = Party.objects.filter(pk=of[0] or 0).first()
    child = Child.objects.filter(pk=of[1] or 0).first()
    _, is_first = CourtDiffers.objects.get_or_create(
        case=case, party=party, child=child, field=name, said=said, defaults={"at": at}
    )
    if is_first:
        yield says(
            "court_says_otherwise",
            person=person,
            field=field_in_words(name, child),
            now=fact_of(name, said),
        )
        _open(case, at)


def reopened(occasion: Occasion) -> None:
    """The case is open again: so is what the court says otherwise and nobody has decided; and what was asked
    with details that were put right meanwhile is asked anew."""
    ask_overtaken_anew(case=occasion.case, by=the_service(), at=occasion.at)
    if CourtDiffers.objects.filter(case=occasion.case, settled_at=None).exists():
        _open(occasion.case, occasion.at)


def _open(case: Case, at: datetime) -> None:
    open_task(case=case, by=the_service(), at=at, kind=TASK)


def _fields_put_right(case: Case, person: Child | Party, given: Mapping[str, object]) -> Iterator[Correction]:
    offered = set(fields_of(person)) - ({"role"} if role_is_written_of(case) else set())
    after = {name: value for name, value in given.items() if name in offered}
    new = changed({name: getattr(person, name) for name in after}, after)
    for name, (_, now) in new.items():
        setattr(person, name, from_text(name, now))
    if "role" in new and isinstance(person, Party):
        person.number = _next_number(case, person.role)
    if new:
        person.search_name = search_form(f"{person.name} {person.previous_name}")
        extra = ["search_name", *(["number"] if "role" in new else [])]
        person.save(update_fields=[*new, *extra])
    who = "child" if isinstance(person, Child) else "party"
    for name, (was, now) in new.items():
        yield Correction(case=case, field=name, was=was, now=now, **{who: person})


def _next_number(case: Case, role: str) -> int:
    taken = set(Party.objects.filter(case=case, role=role).values_list("number", flat=True))
    return next(number for number in count(1) if number not in taken)


def _relations_put_right(case: Case, person: Child | Party, given: Given) -> Iterator[Correction]:
    if not isinstance(person, Party):
        return
    for row in relations_of(case, person):
        now = given.kinds.get(row.pk, row.kind)
        if now == row.kind:
            continue
        yield Correction(case=case, party=person, child=row.child, field=RELATION, was=row.kind, now=now)
        if now:
            Relation.objects.filter(pk=row.pk).update(kind=now)
        else:
            row.delete()
    for child in Child.objects.filter(case=case, pk__in=[pk for pk, kind in given.new_kinds.items() if kind]):
        kind = given.new_kinds[child.pk]
        Relation.objects.create(case=case, party=person, child=child, kind=kind)
        yield Correction(case=case, party=person, child=child, field=RELATION, was="", now=kind)


def _settle(case: Case, person: Child | Party, by: Officer, at: datetime) -> list[CourtDiffers]:
    of = {"child": person, "party": None} if isinstance(person, Child) else {"party": person}
    waiting = list(
        CourtDiffers.objects.filter(case=case, settled_at=None, **of).select_related("party", "child")
    )
    CourtDiffers.objects.filter(pk__in=[one.pk for one in waiting]).update(settled_at=at, settled_by=by)
    if waiting and not CourtDiffers.objects.filter(case=case, settled_at=None).exists():
        end_tasks(case=case, by=by, at=at, kind=TASK, outcome="done")
    return waiting


def _line(row: Correction) -> Said:
    return says(
        "put_right_line", field=field_in_words(row.field, row.child), was=fact_of(row.field, row.was),
        now=fact_of(row.field, row.now),
    )  # fmt: skip
