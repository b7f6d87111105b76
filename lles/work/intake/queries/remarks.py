"""What every page of a case says of the facts that came on paper: urgency and harm first, the others in
one line."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import JSONField
from django.db.models.expressions import RawSQL

from lles.casefile.changes.application_facts import ABUSE
from lles.casefile.models import Officer
from lles.casefile.register import Remark
from lles.casefile.timeline import word
from lles.law.bilingual import Text

PAGE = "intake:facts"
LOUD = ("urgency", "harm")
IS_NEEDED = """EXISTS (SELECT FROM casefile_applicationfact
  WHERE case_id = casefile_case.id AND answer = 'yes')"""
_COLUMN = """(SELECT jsonb_build_object('reference', casefile_case.reference, 'facts', jsonb_agg(one)) FROM (
  SELECT DISTINCT ON (fact) fact, answer, kinds, by_whom, without_notice, needed_by, source, raised_on
  FROM casefile_applicationfact WHERE case_id = casefile_case.id ORDER BY fact, id DESC) AS one)"""


def remarks_column(officer: Officer) -> RawSQL:
    """The facts that stand, as one column of a statement about cases; whoever sees the case sees them."""
    return RawSQL(_COLUMN, (), output_field=JSONField())


def remarks_from(column: Mapping[str, Any]) -> Sequence[Remark]:
    """What there is to say: each yes."""
    said = {one["fact"]: one for one in column["facts"] or () if one["answer"] == "yes"}
    return tuple(_remarks(said, str(column["reference"])))


def _remarks(said: Mapping[str, Mapping[str, Any]], reference: str) -> Iterator[Remark]:
    if urgent := said.get("urgency"):
        yield Remark(_urgent(urgent), PAGE, reference, is_warning=True)
    if harm := said.get("harm"):
        tells_abuse = bool(ABUSE & set(harm["kinds"]))
        yield Remark(_harm(harm), PAGE, reference, is_warning=True, tells_abuse=tells_abuse)
    if others := [word(f"application_fact.{fact}") for fact in said if fact not in LOUD]:
        yield Remark(word("remark.on_paper").fill(facts=_joined(others)), PAGE, reference)


def _urgent(fact: Mapping[str, Any]) -> Text:
    name = "urgent_without_notice" if fact["without_notice"] else "urgent"
    if fact["needed_by"]:
        return word(f"remark.{name}_by").fill(day=date.fromisoformat(fact["needed_by"]))
    return word(f"remark.{name}")


def _harm(fact: Mapping[str, Any]) -> Text:
    kinds = _joined([word(f"harm_kind.{kind}") for kind in fact["kinds"]])
    whose = _joined([word(f"whose.{who}") for who in fact["by_whom"]])
    source = word(f"fact_source.{fact['source']}")
    if fact["raised_on"]:
        on = date.fromisoformat(fact["raised_on"])
        return word("remark.harm_dated").fill(kinds=kinds, whose=whose, source=source, day=on)
    return word("remark.harm").fill(kinds=kinds, whose=whose, source=source)


def _joined(words: Sequence[Text]) -> Text:
    return Text(en=", ".join(one.en for one in words), cy=", ".join(one.cy for one in words))
