"""What was put right of the people of a case, and what the court says otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lles.casefile.models import (
    Case,
    Check,
    Child,
    Correction,
    CourtDiffers,
    Document,
    Draft,
    Party,
    Relation,
)
from lles.casefile.passage import held
from lles.casefile.register import drafts_that_name_no_readers
from lles.casefile.rules.corrections import (
    FOUND_BY,
    OF_A_CHILD,
    OF_A_PERSON,
    OF_AN_ORGANISATION,
    RELATION,
    PutRight,
    as_text,
)
from lles.casefile.timeline import Fact, Word, word, word_or_code
from lles.law.bilingual import Text

Whom = tuple[int | None, int | None]
"""A party, a child, or the two together: then it is what the one is to the other."""
CODED = {"gender": "gender", "language": "language", "role": "role", RELATION: "relation"}


def whom(person: Child | Party) -> Whom:
    """A person by the number of the party or of the child that it is."""
    return (None, person.pk) if isinstance(person, Child) else (person.pk, None)


@dataclass(frozen=True)
class Difference:
    """A field of which the court says something else than what stands, as a page reads it."""

    row: CourtDiffers
    owner: str
    field: Text
    stands: Text
    said: Text


@dataclass(frozen=True)
class AskedWith:
    """A detail under which a question was asked, and which was put right since."""

    name: str
    field: Text
    was: Text


def put_right_in(case: Case) -> Mapping[Whom, Mapping[str, PutRight]]:
    """Every field of a case that an officer put right: what the court is known to say of it is what stood
    there first, and whatever it said otherwise since. Two people can be several things to each other: then it
    is all that was put right of them."""
    found: dict[Whom, dict[str, PutRight]] = {}
    for one in held(Correction.objects.filter(case=case), case):
        fields = found.setdefault((one.party_id, one.child_id), {})
        before = fields.get(one.field)
        heard = before.known if before else frozenset({one.was})
        if before and one.field == RELATION:
            heard |= {one.was, before.now}
        fields[one.field] = PutRight(one.now, heard)
    for said in CourtDiffers.objects.filter(case=case) if found else ():
        fields = found[said.party_id, said.child_id]
        known = fields[said.field]
        fields[said.field] = PutRight(known.now, known.known | {said.said})
    return found


def as_the_court_knew(case: Case) -> Mapping[Whom, Mapping[str, str]]:
    """What stood of each person before anything was put right: by that the court may still know them."""
    found: dict[Whom, dict[str, str]] = {}
    for one in held(Correction.objects.filter(case=case).exclude(field=RELATION), case):
        found.setdefault((one.party_id, one.child_id), {}).setdefault(one.field, one.was)
    return found


def fields_of(person: Child | Party) -> tuple[str, ...]:
    """Which fields of a person can be put right."""
    if isinstance(person, Child):
        return OF_A_CHILD
    return OF_AN_ORGANISATION if person.is_organisation else OF_A_PERSON


def role_is_written_of(case: Case) -> bool:
    """Whether anything was written that names its readers by their role: then the role stays."""
    drafts = Draft.objects.filter(case=case).exclude(kind__in=drafts_that_name_no_readers())
    return Document.objects.filter(case=case).exists() or drafts.exists()


def relations_of(case: Case, party: Party) -> Sequence[Relation]:
    """What a party is to each child."""
    return list(Relation.objects.filter(case=case, party=party).select_related("child").order_by("pk"))


def history_of(case: Case, person: Child | Party) -> Sequence[Correction]:
    """What was put right of a person, the latest first."""
    name = "child" if isinstance(person, Child) else "party"
    return list(case.corrections.filter(**{name: person}).select_related("by", "child").order_by("-pk"))


def differences_in(case: Case) -> tuple[Difference, ...]:
    """Where the court says something else than what an officer put right, and nobody has decided yet."""
    waiting = case.court_differs.filter(settled_at=None).select_related("party", "child")
    return tuple(_difference(one) for one in waiting)


def owner_of(row: CourtDiffers | Correction) -> str:
    """On whose page it is put right: what somebody is to a child stands with the adult."""
    return f"party-{row.party_id}" if row.party_id else f"child-{row.child_id}"


def _difference(row: CourtDiffers) -> Difference:
    person = row.party or row.child
    assert person is not None
    if row.party and row.child:
        kinds = Relation.objects.filter(party=row.party, child=row.child).values_list("kind", flat=True)
        stands = ", ".join(kinds)
    else:
        stands = as_text(row.field, getattr(person, row.field))
    said = in_words(row.field, row.said)
    return Difference(
        row, owner_of(row), field_in_words(row.field, row.child), in_words(row.field, stands), said
    )


def field_in_words(field: str, child: Child | None) -> Text:
    """What a field is called; a relation names the child."""
    return (
        word("field.relation").fill(child=child.name if child else "")
        if field == RELATION
        else word(f"field.{field}")
    )


def fact_of(field: str, text: str) -> Fact:
    """A value as a fact of the timeline."""
    if not text:
        return Word("value.nothing")
    if field == "born_on":
        return date.fromisoformat(text)
    return word_or_code(CODED[field], text) if field in CODED else text


def in_words(field: str, text: str) -> Text:
    """A value as a page reads it."""
    fact = fact_of(field, text)
    if isinstance(fact, Word):
        return word(fact.name)
    if isinstance(fact, Text):
        return fact
    assert isinstance(fact, str | date)
    return _AS_IT_IS.fill(value=fact)


_AS_IT_IS = Text(en="{value:bare}", cy="{value:bare}")


def asked_with(case: Case, checks: Iterable[Check]) -> Mapping[int, tuple[AskedWith, ...]]:
    """Of each question that was asked before its person was put right: the details under which it was asked
    and that stand no longer."""
    overtaken = [(one, one.overtaken_at) for one in checks if one.overtaken_at]
    if not overtaken:
        return {}
    rows = case.corrections.filter(field__in=FOUND_BY).select_related("party", "child").order_by("pk")
    found = list(rows)
    return {check.pk: tuple(_asked_with(check, since, found)) for check, since in overtaken}


def _asked_with(check: Check, since: datetime, rows: Sequence[Correction]) -> Iterator[AskedWith]:
    told: set[tuple[Whom, str]] = set()
    for one in rows:
        of = (one.party_id, one.child_id)
        if one.at < since or (of, one.field) in told or not is_named_in(check, one.party_id, one.child_id):
            continue
        told.add((of, one.field))
        person = one.party or one.child
        yield AskedWith(
            person.name if person else "", word(f"field.{one.field}"), in_words(one.field, one.was)
        )


def is_named_in(check: Check, party: int | None, child: int | None) -> bool:
    """Whether a question names somebody: the one it is about; and a child of the case where a local authority
    is asked about an adult, since it looks for the children too."""
    if party:
        return check.party_id == party
    return check.child_id == child or check.kind == Check.LOCAL_AUTHORITY
