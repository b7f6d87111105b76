"""Each report that the court directed is its own work: none is lost because another was made."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from lles.casefile.changes.directions import Directed, amend_direction, lift_direction, record_order
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.work.family_assistance.changes.order import follow_directions
from lles.work.family_assistance.changes.plan import record_work
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.facts import REPORT
from lles.work.family_assistance.queries.pages import shown
from lles.work.family_assistance.queries.papers import Typed, court_reads, paper_facts, papers_open
from lles.work.family_assistance.rules.papers import Paper

MADE, FIRST, SECOND = date(2026, 3, 4), date(2026, 6, 4), date(2027, 2, 1)
Record = Callable[..., Assistance]


def two_reports() -> tuple[Directed, Directed]:
    """What the order asks for in two of its paragraphs."""
    return (
        Directed(REPORT, due_on=FIRST, paragraph="5"),
        Directed(REPORT, due_on=SECOND, paragraph="6"),
    )


@pytest.fixture
def assistance(case: Case, own: Officer, now: datetime) -> Assistance:
    """An order that directs a report on 4 June and another on 1 February."""
    record_order(
        case=case, by=own, at=now, kind="family_assistance", title="C42", made_on=MADE,
        directions=two_reports(),
    )  # fmt: skip
    return Assistance.objects.get(case=case)


def due(case: Case) -> list[date | None]:
    found = case.tasks.filter(kind="family_assistance.report", ended_at=None)
    return list(found.order_by("due_on").values_list("due_on", flat=True))


def days(assistance: Assistance) -> list[date]:
    return [one.on for one in shown(assistance, MADE).days if one.rule == "CAL-ORDER-WINS"]


def reported(assistance: Assistance, own: Officer, at: datetime) -> None:
    record_work(
        case=assistance.case, by=own, at=at, assistance=assistance, kind="reported", on=at.date(),
        words="Sent.", language="en",
    )  # fmt: skip


def test_each_directed_report_is_asked_for_until_it_is_made(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    assert due(case) == days(assistance) == [FIRST, SECOND]
    reported(assistance, own, now + timedelta(days=80))
    assert due(case) == days(assistance) == [SECOND]
    assert Paper.REPORT in papers_open(assistance)
    reported(assistance, own, now + timedelta(days=300))
    assert due(case) == days(assistance) == []


def test_a_report_whose_day_the_court_moves_stays_one_task_and_one_that_it_takes_back_ends(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    first, second = case.directions.order_by("pk")
    moved = date(2026, 7, 1)
    amend_direction(
        case=case, by=own, at=now, direction=first, said=Directed(REPORT, due_on=moved, paragraph="5"),
        order=first.order,
    )  # fmt: skip
    assert due(case) == [moved, SECOND]
    assert case.tasks.filter(kind="family_assistance.report").count() == 2
    lift_direction(case=case, by=own, at=now, direction=second, reason="Taken back.")
    assert due(case) == [moved]


def test_the_task_of_a_report_leads_from_the_case_to_the_page_on_which_it_is_written(
    assistance: Assistance, case: Case, own: Officer
) -> None:
    client, args = client_of(own), (case.reference, assistance.pk)
    page = text_of(client, reverse("casefile:case", args=(case.reference,)))
    way = reverse("family_assistance:report", args=args)
    assert f'href="{way}"' in page
    assert client.get(way)["Location"] == reverse("family_assistance:document", args=(*args, Paper.REPORT))
    assert "Make and seal it" in text_of(client, client.get(way)["Location"])


def test_while_no_report_can_be_written_its_task_leads_to_the_order(
    assistance: Assistance, case: Case, own: Officer
) -> None:
    case.orders.update(made_on=None)
    args = (case.reference, assistance.pk)
    answer = client_of(own).get(reverse("family_assistance:report", args=args))
    assert answer["Location"] == reverse("family_assistance:order", args=args)


def test_a_task_as_it_was_named_before_goes_and_no_report_is_lost(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    case.tasks.filter(kind="family_assistance.report").delete()
    first = case.directions.order_by("pk")[0]
    case.tasks.create(
        kind="family_assistance.report", subject=str(assistance.pk), direction=first, opened_at=now
    )
    record_work(
        case=case, by=own, at=now, assistance=assistance, kind="risk", on=MADE, words="Seen.", language="en"
    )
    assert due(case) == [FIRST, SECOND]


@pytest.mark.parametrize(("language", "at_the_latest"), [("en", "at the latest"), ("cy", "fan bellaf")])
def test_a_report_without_a_day_under_an_order_that_nobody_has_read_is_due_at_the_latest(
    case: Case, own: Officer, now: datetime, language: str, at_the_latest: str
) -> None:
    record_order(
        case=case, by=own, at=now, kind="family_assistance", title="C42", made_on=MADE,
        directions=(Directed(REPORT),),
    )  # fmt: skip
    one = Assistance.objects.get(case=case)

    def why() -> str:
        due = case.tasks.get(kind="family_assistance.report").due
        assert due is not None
        return str(due["says"][language])

    assert due(case) == [date(2027, 3, 3)]
    assert at_the_latest in why()
    assert _ends_on(one, own, now) is None, "the report does not tell the court a day that nobody has read"
    Assistance.objects.update(supplier="service", months=6, terms_at=now)
    follow_directions(case=case, by=own, at=now)
    one.refresh_from_db()
    assert due(case) == [date(2026, 9, 3)] == [_ends_on(one, own, now)]
    assert at_the_latest not in why()


def _ends_on(one: Assistance, own: Officer, now: datetime) -> date | None:
    return paper_facts(one, Paper.REPORT, court_reads(), Typed(), own, now, draft=True).ends_on
