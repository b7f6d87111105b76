"""What every page of a case says of earlier involvement to the officer who reads: a column of the case."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, JSONField, OuterRef, Q, Value, When
from django.db.models import Case as Either
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Concat, JSONObject, Trim

from lles.casefile.access import Verb, shut_out_from, within
from lles.casefile.models import Officer
from lles.casefile.register import Remark
from lles.casefile.timeline import word, word_or_code
from lles.work.earlier_involvement.models import Candidate, LeaveQuestion

KNOWN, CASE = "earlier_involvement:known", "casefile:case"
Row = Mapping[str, Any]
IS_NEEDED = """
  EXISTS (SELECT FROM earlier_involvement_candidate
    WHERE case_id = casefile_case.id AND decision IN ('', 'same'))
  OR EXISTS (SELECT FROM earlier_involvement_candidate
    WHERE other_case_id = casefile_case.id AND decision IN ('', 'same'))
  OR EXISTS (SELECT FROM earlier_involvement_leavequestion
    WHERE case_id = casefile_case.id AND answer = '')"""
_SIBLINGS = """(SELECT json_agg(DISTINCT jsonb_build_object('match', c.id, 'pk', child.id,
    'name', trim(child.first_name || ' ' || child.last_name), 'gender', lower(child.gender)))
  FROM earlier_involvement_candidate c
  JOIN casefile_relation ours ON ours.case_id = casefile_case.id
    AND ours.party_id IN (c.party_id, c.other_party_id)
  JOIN casefile_relation theirs ON theirs.case_id <> casefile_case.id
    AND theirs.party_id IN (c.party_id, c.other_party_id)
  JOIN casefile_child child ON child.id = theirs.child_id
  WHERE c.decision = 'same' AND (c.case_id = casefile_case.id OR c.other_case_id = casefile_case.id)
    AND ours.kind IN ('mother', 'father') AND theirs.kind IN ('mother', 'father'))"""


def remarks_column(officer: Officer) -> JSONObject:
    """Matches, brothers and sisters, and open questions of leave: one column of a statement about cases."""
    seen = within(officer, Verb.SEE, "case__") & within(officer, Verb.SEE, "other_case__")
    of_case = Q(case=OuterRef("pk")) | Q(other_case=OuterRef("pk"))
    live = Candidate.objects.filter(of_case, decision__in=(Candidate.WAITING, Candidate.SAME))
    live = live.exclude(shut_out_from(officer, "case__") | shut_out_from(officer, "other_case__"))
    waiting = LeaveQuestion.objects.filter(case=OuterRef("pk"), answer=LeaveQuestion.WAITING)
    return JSONObject(
        matches=ArraySubquery(live.order_by("-score", "pk").values(one=_match(seen))),
        siblings=RawSQL(_SIBLINGS, (), output_field=JSONField()),
        leave=ArraySubquery(waiting.order_by("pk").values(one=_name("party"))),
        reference=F("reference"),
        pk=F("pk"),
    )


def _match(seen: Q) -> JSONObject:
    is_seen = Either(When(seen, then=Value(True)), default=Value(False), output_field=BooleanField())
    return JSONObject(
        pk=F("pk"), decision=F("decision"), is_open=F("is_open"), is_seen=is_seen,
        here=_side("case", "party", "child"), there=_side("other_case", "other_party", "other_child"),
    )  # fmt: skip


def _side(case: str, party: str, child: str) -> JSONObject:
    return JSONObject(
        case=F(f"{case}_id"), reference=F(f"{case}__reference"), sealed=F(f"{case}__sealed"),
        party=F(f"{party}_id"), child=F(f"{child}_id"), role=Coalesce(f"{party}__role", Value("child")),
        name=Coalesce(_name(party), _name(child)),
    )  # fmt: skip


def _name(person: str) -> Trim:
    has_one = Q(**{f"{person}__isnull": False})
    whole = Concat(F(f"{person}__first_name"), Value(" "), F(f"{person}__last_name"))
    return Trim(Either(When(has_one, then=whole)))


def remarks_from(column: Row) -> Sequence[Remark]:
    """What there is to say: leave that is needed, who was known before, what waits."""
    matches = [_of_this_case(one, column["pk"]) for one in column["matches"]]
    told = [one for one in matches if one["is_seen"] or (one["is_open"] and not one["there"]["sealed"])]
    links = [one for one in told if one["decision"] == Candidate.SAME]
    said = [
        *(_leave(name, column["reference"]) for name in column["leave"]),
        *(remark for one in links for remark in _known(one)),
        *_siblings(links, column["siblings"] or ()),
        *_waiting(len(told) - len(links), column["reference"]),
    ]
    return tuple(dict.fromkeys(said))


def _of_this_case(one: Row, case: int) -> Row:
    if one["here"]["case"] == case:
        return one
    return {**one, "here": one["there"], "there": one["here"]}


def _leave(person: str, reference: str) -> Remark:
    return Remark(word("remark.leave_needed").fill(person=person), KNOWN, reference, is_warning=True)


def _known(one: Row) -> Iterator[Remark]:
    """On top of the case and beside the person."""
    here, there = one["here"], one["there"]
    owner = f"party:{here['party']}" if here["party"] else f"child:{here['child']}"
    says, page, of = word("remark.known_elsewhere").fill(person=here["name"]), "", ""
    if one["is_seen"]:
        role, page, of = word_or_code("known_role", there["role"]), CASE, there["reference"]
        says = word("remark.known").fill(person=here["name"], role=role, reference=of)
    yield Remark(says, page, of)
    yield Remark(says, page, of, owner=owner)


def _siblings(links: Iterable[Row], children: Iterable[Row]) -> Iterator[Remark]:
    """The children of a parent known from another case are brothers and sisters of the children here."""
    seen = {one["pk"]: one["there"]["reference"] for one in links if one["is_seen"]}
    themselves = {one["there"]["child"] for one in links}
    for child in children:
        if child["match"] in seen and child["pk"] not in themselves:
            gender = child["gender"] if child["gender"] in ("female", "male") else "unknown"
            of = seen[child["match"]]
            says = word(f"remark.sibling_{gender}").fill(child=child["name"], reference=of)
            yield Remark(says, CASE, of)


def _waiting(count: int, reference: str) -> Iterator[Remark]:
    if count:
        yield Remark(word("remark.looks_like").fill(count=count), KNOWN, reference)
