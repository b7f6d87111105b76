"""What is asked before an order or a hearing is recorded: a day that cannot be, an end beside more work."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Hearing, Officer, Order
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.work.first_hearing.models import Discharge

RECORD = "/cases/C-2288/orders/record/"
HELD = datetime(2026, 3, 4, 9, tzinfo=UTC)
ORDER = {"title": "Directions", **day("made_on", HELD.date())}
REPORT = {"kind-0": "section_7_report", **day("due_on-0", date(2026, 7, 13))}


@pytest.fixture
def held(case: Case) -> Hearing:
    return Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FHR", starts_at=HELD)


def test_an_order_is_made_at_a_hearing_whose_day_has_come(case: Case, own: Officer, held: Hearing) -> None:
    ahead = Hearing.objects.create(
        case=case, court_key="a", type_code="ABA5-DRA", starts_at=timezone.now() + timedelta(days=3)
    )
    offered = text_of(client_of(own), RECORD).split('name="hearing"')[1].split("</select>")[0]
    assert f'value="{held.pk}"' in offered
    assert f'value="{ahead.pk}"' not in offered


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "The hearing was after the day on which the order was made"),
        ("cy", "Roedd y gwrandawiad ar ôl y diwrnod y gwnaed y gorchymyn"),
    ],
)
def test_no_order_is_made_before_its_hearing(own: Officer, held: Hearing, language: str, says: str) -> None:
    typed = {**ORDER, "ends_involvement": "no", "hearing": str(held.pk)}
    client = client_of(own, language)
    early = day("made_on", HELD.date() - timedelta(days=1))
    assert says in summary_of(fill(client, RECORD, **{**typed, **early}))
    assert fill(client, RECORD, **typed).status_code == 302


@pytest.mark.parametrize(
    ("language", "says"), [("en", "The court directs something"), ("cy", "Mae'r llys yn cyfarwyddo rhywbeth")]
)
def test_an_end_beside_a_direction_is_asked_about_and_goes_on_once_it_is_right(
    own: Officer, held: Hearing, language: str, says: str
) -> None:
    client = client_of(own, language)
    hearing = f"/cases/C-2288/hearings/{held.pk}/record/write/"
    there = {f"there-{one}": "absent" for one in held.case.parties.values_list("pk", flat=True)}
    for page, typed in ((RECORD, ORDER), (hearing, there)):
        whole = {**typed, **REPORT, "ends_involvement": "yes"}
        answer = fill(client, page, **whole)
        assert says in summary_of(answer)
        assert 'name="ends_all_the_same"' in said(answer)
        assert fill(client, page, **whole, ends_all_the_same="on").status_code == 302


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "the courts are closed (weekend)"), ("cy", "mae'r llysoedd ar gau (penwythnos)")],
)
def test_a_next_hearing_on_a_closed_day_is_asked_about(
    own: Officer, held: Hearing, language: str, says: str
) -> None:
    client = client_of(own, language)
    there = {f"there-{one}": "absent" for one in held.case.parties.values_list("pk", flat=True)}
    pages = (
        (f"/cases/C-2288/hearings/{held.pk}/adjourn/", {"words": "Not ready.", "at": "10am"}, "on"),
        (
            f"/cases/C-2288/hearings/{held.pk}/record/write/",
            {**there, "ends_involvement": "no", "next_type": "ABA5-DRA", "next_at": "10am"},
            "next_on",
        ),
    )
    for page, typed, name in pages:
        whole = {**typed, **day(name, date(2026, 4, 12))}
        answer = fill(client, page, **whole)
        assert says in summary_of(answer)
        assert 'name="at_weekend"' in said(answer)
    assert (
        fill(client, pages[0][0], **pages[0][1], **day("on", date(2026, 4, 12)), at_weekend="on").status_code
        == 302
    )


@pytest.mark.parametrize(("days", "says"), [(-3, "It was due on"), (3, "Due ")])
def test_what_was_done_ahead_of_its_day_is_still_due_then(
    case: Case, own: Officer, now: datetime, days: int, says: str
) -> None:
    due_on = timezone.localdate() + timedelta(days=days)
    order: Order = record_order(
        case=case, by=own, at=now, kind="", title="Order", made_on=HELD.date(),
        directions=(Directed("section_7_report", due_on=due_on),),
    )  # fmt: skip
    Discharge.objects.create(direction=order.directions.get(), how="By a report.", by=own, at=now)
    page = text_of(client_of(own), "/cases/C-2288/orders/")
    assert says in page
    assert ("It was due on" in page) == (days < 0)
    assert ".</span>" not in page.split("lles-task__due")[1][:400]
