"""What every page of a case says of earlier involvement to the officer who reads: a column of the case."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, JSONField
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject

from lles.casefile.access import Verb, shut_out_from, within
from lles.casefile.models import Case, Officer
from lles.casefile.register import Remark
from lles.casefile.timeline import word, word_or_code
from lles.work.earlier_involvement.models import Candidate

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
_SIDE = """json_build_object('case', {case}.id, 'reference', {case}.reference, 'sealed', {case}.sealed,
    'party', {party}.id, 'child', {child}.id, 'role', coalesce({party}.role, 'child'),
    'name', coalesce(trim({party}.first_name || ' ' || {party}.last_name),
                     trim({child}.first_name || ' ' || {child}.last_name)))"""
_MATCHES = f"""(SELECT coalesce(json_agg(json_build_object(
    'pk', c.id, 'decision', c.decision, 'is_open', c.is_open,
    'here', {_SIDE.format(case="a", party="ap", child="ac")},
    'there', {_SIDE.format(case="b", party="bp", child="bc")}) ORDER BY c.score DESC, c.id), '[]')
  FROM earlier_involvement_candidate c
  JOIN casefile_case a ON a.id = c.case_id JOIN casefile_case b ON b.id = c.other_case_id
  LEFT JOIN casefile_party ap ON ap.id = c.party_id LEFT JOIN casefile_party bp ON bp.id = c.other_party_id
  LEFT JOIN casefile_child ac ON ac.id = c.child_id LEFT JOIN casefile_child bc ON bc.id = c.other_child_id
  WHERE c.decision IN ('', 'same')
    AND (c.case_id = casefile_case.id OR c.other_case_id = casefile_case.id))"""
_LEAVE = """(SELECT coalesce(json_agg(trim(party.first_name || ' ' || party.last_name) ORDER BY q.id), '[]')
  FROM earlier_involvement_leavequestion q JOIN casefile_party party ON party.id = q.party_id
  WHERE q.case_id = casefile_case.id AND q.answer = '')"""
_BOTH_CASES = """(SELECT unnest(ARRAY[c.case_id, c.other_case_id]) FROM earlier_involvement_candidate c
  WHERE c.case_id = casefile_case.id OR c.other_case_id = casefile_case.id)"""


def remarks_column(officer: Officer) -> JSONObject:
    """Matches, brothers and sisters, and open questions of leave: one column of a statement about cases.

    What stands in it for everybody is written as it is, because it takes longer to put together than to ask;
    which of the cases this officer sees, and from which they are shut out, is asked of those who may say."""
    about = Case.objects.filter(pk__in=RawSQL(_BOTH_CASES, ()))
    seen, shut = about.filter(within(officer, Verb.SEE)), about.filter(shut_out_from(officer))
    return JSONObject(
        matches=RawSQL(_MATCHES, (), output_field=JSONField()),
        seen=ArraySubquery(seen.values("pk")),
        shut=ArraySubquery(shut.values("pk")),
        siblings=RawSQL(_SIBLINGS, (), output_field=JSONField()),
        leave=RawSQL(_LEAVE, (), output_field=JSONField()),
        reference=F("reference"),
        pk=F("pk"),
    )


def remarks_from(column: Row) -> Sequence[Remark]:
    """What there is to say: leave that is needed, who was known before, what waits."""
    matches = [_of_this_case(one, column["pk"]) for one in _as_seen(column)]
    told = [one for one in matches if one["is_seen"] or (one["is_open"] and not one["there"]["sealed"])]
    links = [one for one in told if one["decision"] == Candidate.SAME]
    said = [
        *(_leave(name, column["reference"]) for name in column["leave"]),
        *(remark for one in links for remark in _known(one)),
        *_siblings(links, column["siblings"] or ()),
        *_waiting(len(told) - len(links), column["reference"]),
    ]
    return tuple(dict.fromkeys(said))


def _as_seen(column: Row) -> Iterator[Row]:
    """The matches of which this officer may know; whether they see both cases stands with each."""
    for one in column["matches"]:
        cases = {one["here"]["case"], one["there"]["case"]}
        if not cases & set(column["shut"] or ()):
            yield {**one, "is_seen": cases <= set(column["seen"] or ())}


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
