"""A sealed order is kept as it was made, and nothing that the court directed falls away unsaid."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, fill, said, text_of
from lles.work.family_assistance.changes.answers import record_answer
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.facts import ADDRESS, CONTACT, live_directions
from lles.work.family_assistance.queries.findings import findings_of
from lles.work.family_assistance.tests.conftest import MADE, Record
from lles.work.family_assistance.tests.test_pages import page_of

TAKEN_BACK = {"DIR-RECORD": "By the order of 9 April."}


def test_help_with_contact_in_a_sealed_order_is_kept_with_a_reason(record: Record) -> None:
    contact = (Directed(CONTACT),)
    with pytest.raises(Barred, match="cannot direct help with contact"):
        record(directs=contact)
    with pytest.raises(NeedsReason, match="The sealed order directs help with contact"):
        record(directs=contact, as_sealed=True)
    reasons = {"FAO-CONTACT": "The court was asked."}
    made = record(directs=contact, as_sealed=True, reasons=reasons)
    assert [one.kind for one in live_directions(made)] == [CONTACT]
    assert [one.weight.value for one in findings_of(made) if one.provision == "FAO-CONTACT"] == ["warns"]


def test_the_court_is_asked_about_that_help_until_it_decided_or_an_order_about_time_is_known(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    def asked() -> list[str]:
        found = case.tasks.filter(kind="family_assistance.contact").order_by("pk")
        return list(found.values_list("outcome", flat=True))

    sealed = {"directs": (Directed(CONTACT),), "as_sealed": True, "months": 6}
    timed = {"arrangements_from": MADE, "arrangements_say_time": True}
    reasons = {"FAO-CONTACT": "The court was asked."}
    made = record(**sealed, reasons=reasons)
    assert asked() == [""]
    record(**sealed, **timed, arrangements_to=date(2026, 5, 1), reasons=reasons)
    assert asked() == ["done"]
    record(**sealed, reasons=reasons)
    assert asked() == ["done", ""]
    record_answer(
        case=case, by=own, at=now + timedelta(days=1), assistance=made, answer="goes_on", on=MADE, words="",
        language="en",
    )  # fmt: skip
    assert asked() == ["done", "done"]


def test_help_that_the_court_took_back_is_asked_about_no_more_and_so_it_is_said(
    record: Record, case: Case
) -> None:
    contact = {"directs": (Directed(CONTACT),), "as_sealed": True, "months": 6}
    record(**contact, reasons={"FAO-CONTACT": "The court was asked."})
    record(as_sealed=True, months=6, reasons=TAKEN_BACK)
    assert case.tasks.get(kind="family_assistance.contact").outcome == "lifted"


def test_an_authority_without_a_ground_in_a_sealed_order_is_kept_with_a_reason(record: Record) -> None:
    newport = {
        "supplier": "authority", "authority": "newport", "authority_name": "Newport",
        "authority_basis": "none",
    }  # fmt: skip
    with pytest.raises(NeedsReason, match="so it is taken as made"):
        record(**newport, as_sealed=True)
    made = record(**newport, as_sealed=True, reasons={"FAO-LA": "The court was asked."})
    assert [one.weight.value for one in findings_of(made) if one.provision == "FAO-LA"] == ["warns"]


def test_what_is_left_out_stands_until_somebody_says_how_the_court_took_it_back(
    record: Record, made: Assistance, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    told = Directed(ADDRESS, party=father)
    record_order(case=case, by=own, at=now, kind="", title="C21", made_on=MADE, directions=(told,))
    with pytest.raises(NeedsReason) as asked:
        record(months=6)
    (found,) = asked.value.findings
    assert found.provision == "DIR-RECORD"
    assert father.name in found.says.en
    assert [one.kind for one in live_directions(made)] == [ADDRESS]
    record(months=6, directs=(told,))
    assert [one.kind for one in live_directions(made)] == [ADDRESS]
    record(months=6, reasons=TAKEN_BACK)
    assert live_directions(made) == []
    assert TAKEN_BACK["DIR-RECORD"] in str(
        case.entries.filter(kind="family_assistance_terms").latest("pk").facts
    )


@pytest.mark.parametrize(
    ("language", "asks"), [("en", "it would no longer stand"), ("cy", "ni fyddai'n sefyll mwyach")]
)
def test_the_page_asks_whether_the_court_took_it_back(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, language: str, asks: str
) -> None:
    made = record(months=6, directs=(Directed(ADDRESS, party=mother),))
    client, page = client_of(own, language), page_of(made, "terms/")
    typed = {f"standing-{mother.pk}": "parent", "supplier": "service", "months": "6", "as_sealed": "no"}
    typed |= {"about": str(case.children.order_by("pk")[0].pk)}
    assert asks not in text_of(client, page)
    assert asks in said(fill(client, page, **typed, directs=[]))
    assert live_directions(made)
    assert fill(client, page, **typed, directs=[], **{"reason-DIR-RECORD": "Gorchymyn."}).status_code == 302
    assert live_directions(made) == []
