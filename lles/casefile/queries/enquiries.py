"""The facts of an enquiry in writing, and the enquiries that were made."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import cast

from lles.casefile.locations import ADDRESS, Kept
from lles.casefile.models import Case, Check, Enquiry, Office, Officer
from lles.casefile.queries.court import day_of, letter_is_needed_for
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.queries.telling import HOMES, Tellable, tellable
from lles.casefile.rules.bodies import body_name
from lles.casefile.rules.check_answers import AskedOf
from lles.casefile.rules.check_days import answer_to_a_check_is_expected
from lles.casefile.rules.courts import court_name
from lles.casefile.rules.enquiry_facts import ChildNamed, EnquiryFacts, HomeTold
from lles.casefile.timeline import LONDON, word_or_code
from lles.law.bilingual import Text
from lles.law.calendar import YearOutsideTable
from lles.law.jurisdiction import Nation


def homes_to_tell(check: Check) -> tuple[Tellable, ...]:
    """Which homes of the person an enquiry may tell: never a refuge."""
    return () if check.is_source else tellable(check.case, HOMES, check.owner)


def enquiry_of(case: Case, pk: int) -> Enquiry | None:
    """An enquiry of the case."""
    found = Enquiry.objects.filter(asked__case=case, pk=pk)
    return found.select_related("asked__case", "asked__party", "asked__adult").first()


def enquiries_of(case: Case) -> Sequence[Enquiry]:
    """Every enquiry that was made on a case, the latest first."""
    found = Enquiry.objects.filter(asked__case=case).select_related("asked", "by")
    return list(found.order_by("-at", "pk"))


def enquiry_facts(check: Check, body: str, chosen: Sequence[Kept], by: Officer, at: datetime) -> EnquiryFacts:
    """Everything that the body needs to search and to answer; where the person lived only as chosen."""
    case, person = check.case, check.person
    office, children = case.office or by.office, list(case.children.order_by("born_on", "pk"))
    today = at.astimezone(LONDON).date()
    hearing_on = day_of(letter_is_needed_for(case))
    homes = (HomeTold(one.lines, one.kind == ADDRESS, one.protected) for one in chosen)
    return EnquiryFacts(
        kind=check.kind, is_enhanced=check.is_enhanced, body=body_name(check.kind, body),
        service=_name(office, "service"), office=_name(office, "name"), phone=office.phone if office else "",
        in_wales=office is not None and office.nation == Nation.WALES, reference=reference_of(check),
        court=court_name(case.court_code, case.court_name), court_number=case.number_at_court,
        hearing_on=hearing_on if hearing_on and hearing_on >= today else None,
        name=person.name, former_names=_former_names(check), born_on=person.born_on,
        is_party=check.party_id is not None, basis=check.basis, basis_on=check.basis_on,
        basis_words=check.basis_words if check.is_enhanced else "",
        homes=tuple(dict.fromkeys(homes)),
        children=tuple(ChildNamed(one.name, one.born_on, one.previous_name) for one in children),
        oldest_born_on=min((child.born_on for child in children if child.born_on), default=None),
        reply_by=_reply_by(check, at), author=by.name, job=word_or_code("job", by.job),
        made_at=at.astimezone(LONDON),
    )  # fmt: skip


def reference_of(check: Check) -> str:
    """Our reference of one question, for the body to quote."""
    return f"{check.case.reference}-Q{check.pk}"


def _former_names(check: Check) -> str:
    if check.party:
        return check.party.previous_name
    return check.adult.former_names if check.adult else ""


def _reply_by(check: Check, at: datetime) -> date | None:
    try:
        asked_on = at.astimezone(LONDON).date()
        return answer_to_a_check_is_expected(cast(AskedOf, check.kind), asked_on, calendar_in_force()).on
    except YearOutsideTable:
        return None


def _name(office: Office | None, what: str) -> Text:
    if office is None:
        return Text(en="Lles", cy="Lles")
    return Text(en=str(getattr(office, f"{what}_en")), cy=str(getattr(office, f"{what}_cy")))
