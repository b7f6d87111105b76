"""The court's days of a case, and what is out of the ordinary in it: facts of the file for the rules."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import JSONField
from django.db.models.expressions import RawSQL

from lles.casefile.models import Case, Hearing, Officer
from lles.casefile.queries.court import day_of, first_among, first_hearing
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.register import Remark
from lles.casefile.timeline import word
from lles.law.bilingual import Text
from lles.law.findings import Finding
from lles.law.not_reckoned import NotReckoned
from lles.law.pathway import Pathway
from lles.law.periods import Reckoning
from lles.law.provisions import Law
from lles.law.section_8 import section_8_law
from lles.work.timetable.rules import court_days
from lles.work.timetable.rules.applications import ApplicationFacts, ChildAsked, check_application
from lles.work.timetable.rules.provisions import timetable_law

PAGE = "timetable:court_days"


@dataclass(frozen=True)
class CourtDay:
    """One thing the court does: by which provision, how its day was counted, or why there is none."""

    what: Text
    provision: str
    reckoning: Reckoning | None = None
    why_none: Text | None = None


def court_days_of(case: Case) -> tuple[CourtDay, ...]:
    """The days of the court on the pathway of a private case, as far as the file knows what they hang on."""
    if case.pathway == Pathway.CAP:
        return tuple(_of_the_programme(case))
    return tuple(_of_pathfinder(case)) if case.pathway == Pathway.PATHFINDER else ()


def _of_the_programme(case: Case) -> Iterator[CourtDay]:
    calendar, issued, hearing = calendar_in_force(), case.issued_on, day_of(first_hearing(case))
    if issued is not None:
        sent = court_days.court_sends_the_papers_within_working_days
        yield _day("papers", "CAP-SENDPAPERS", lambda: sent(issued, calendar))
    if received := case.received_on or issued:
        gatekeeping = court_days.gatekeeping_by_a_working_day
        yield _day("gatekeeping", "CAP-GATEKEEP", lambda: gatekeeping(received, calendar))
    if issued is not None:
        yield _day("usual_week", "FH-LIST", lambda: court_days.usual_week_begins(issued))
        yield _day("last_week", "FH-LIST", lambda: court_days.last_week_ends(issued))
    if hearing is not None:
        notice = court_days.respondent_has_notice_of_the_first_hearing
        yield _day("notice", "FH-NOTICE", lambda: notice(hearing))
        replies = court_days.acknowledgement_follows_service
        yield _day("reply", "FH-REPLY", lambda: replies(notice(hearing).result))


def _of_pathfinder(case: Case) -> Iterator[CourtDay]:
    if received := case.received_on or case.issued_on:
        gatekeeping = court_days.pathfinder_gatekeeping_about_a_working_day
        yield _day("gatekeeping", "PF-GK1", lambda: gatekeeping(received, calendar_in_force()))
        yield _day("decision", "PF-DECISION", lambda: court_days.decision_hearing_about_a_week(received))


def _day(what: str, provision: str, reckon: Callable[[], Reckoning]) -> CourtDay:
    name = word(f"court_day.{what}")
    try:
        return CourtDay(name, provision, reckon())
    except NotReckoned as none:
        return CourtDay(name, provision, why_none=none.says)


def is_needed() -> str:
    """Whether a private case may hold anything out of the ordinary, as SQL over `casefile_case`: the least
    that any value of the law says; the rules decide."""
    weeks, age = _least(timetable_law(), "FH-LIST", "last_week"), _least(section_8_law(), "S8-AGE16", "age")
    return f"""casefile_case.law = 'private' AND casefile_case.closed_at IS NULL AND (
      (casefile_case.pathway = 'cap' AND EXISTS (SELECT FROM casefile_hearing h
        WHERE h.case_id = casefile_case.id AND h.starts_at > casefile_case.issued_on + {7 * weeks}))
      OR {_A_BODY_APPLIES}
      OR EXISTS (SELECT FROM casefile_child c WHERE c.case_id = casefile_case.id
        AND c.born_on <= {_FILED} - interval '{age} years'))"""


def _least(law: Law, provision: str, key: str) -> int:
    values = (value for value in law[provision].values if value.key == key)
    return min(int(str(value.value)) for value in values)


_FILED = "coalesce(casefile_case.submitted_on, casefile_case.issued_on, casefile_case.received_on)"
_A_BODY_APPLIES = """EXISTS (SELECT FROM casefile_party p
  WHERE p.case_id = casefile_case.id AND p.role = 'applicant' AND p.is_organisation)"""
_COLUMN = f"""(SELECT jsonb_build_object('filed', {_FILED}, 'issued', casefile_case.issued_on,
  'pathway', casefile_case.pathway, 'reference', casefile_case.reference, 'body', {_A_BODY_APPLIES},
  'kinds', (SELECT json_agg(a.kind) FROM casefile_application a WHERE a.case_id = casefile_case.id),
  'children', (SELECT json_agg(json_build_array(trim(c.first_name || ' ' || c.last_name), c.born_on)
    ORDER BY c.id) FROM casefile_child c WHERE c.case_id = casefile_case.id),
  'hearings', (SELECT json_agg(json_build_array(h.id, h.type_code, h.starts_at)) FROM casefile_hearing h
    WHERE h.case_id = casefile_case.id AND h.going_ahead AND h.starts_at IS NOT NULL)))"""


def remarks_column(officer: Officer) -> RawSQL:
    """What the rules need to know of a case: one column of a statement about cases."""
    return RawSQL(_COLUMN, (), output_field=JSONField())


def remarks_from(column: Mapping[str, Any]) -> Sequence[Remark]:
    """What is out of the ordinary in what is asked, or in when the court hears it."""
    if column["filed"] is None:
        return ()
    found = (*check_application(_application(column)), *_listed_late(column))
    return tuple(Remark(finding.says, PAGE, column["reference"], is_warning=True) for finding in found)


def _application(column: Mapping[str, Any]) -> ApplicationFacts:
    return ApplicationFacts(
        kinds=tuple(column["kinds"] or ()),
        filed_on=date.fromisoformat(column["filed"]),
        a_body_applies=column["body"],
        children=tuple(
            ChildAsked(name, date.fromisoformat(born) if born else None)
            for name, born in column["children"] or ()
        ),
    )


def _listed_late(column: Mapping[str, Any]) -> Iterator[Finding]:
    hearings = (
        Hearing(pk=pk, type_code=code, starts_at=datetime.fromisoformat(at))
        for pk, code, at in column["hearings"] or ()
    )
    first = day_of(first_among(hearings))
    if column["pathway"] != Pathway.CAP or column["issued"] is None or first is None:
        return
    late = court_days.first_hearing_is_listed_in_its_weeks(date.fromisoformat(column["issued"]), first)
    yield from (late,) if late else ()
