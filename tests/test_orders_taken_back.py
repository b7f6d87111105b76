"""Where an order was recorded wrongly, each piece of work ends what that alone opened, or falls back."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.serving import open_serving
from lles.casefile.changes.taken_back import take_back_order
from lles.casefile.models import Case, Document, Officer, Order, Party
from lles.casefile.register import kept_from, orders_running, said_of_orders
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.conftest import case, father, mother, now, office, officer_with, own
from lles.work.activities.models import Activity
from lles.work.enforcement.changes.application import Application, record_application
from lles.work.enforcement.models import Enforcement, Happened, Report, UnpaidWork
from lles.work.enforcement.queries.facts import hours_done
from lles.work.enforcement.queries.moved import is_astray, reports_of
from lles.work.family_assistance.changes.order import propose_assistance
from lles.work.family_assistance.models import Assistance
from lles.work.monitoring.models import Letters, Monitoring

__all__ = ["case", "father", "mother", "now", "office", "officer_with", "own"]

MADE, DAY = date(2026, 3, 2), timedelta(days=1)
PIECES = ("family_assistance", "monitoring", "activities", "enforcement")


def ordered(case: Case, own: Officer, at: datetime, kind: str, *asked: Directed, title: str = "") -> Order:
    return record_order(
        case=case, by=own, at=at, kind=kind, title=title, made_on=MADE, directions=asked, is_another=True
    )


def taken_back(case: Case, own: Officer, at: datetime, order: Order, same_as: Order | None = None) -> None:
    what = "twice" if same_as else "kind"
    take_back_order(case=case, by=own, at=at, order=order, what=what, why="It says so.", same_as=same_as)


def waiting(case: Case, piece: str) -> set[str]:
    found = case.tasks.filter(kind__startswith=f"{piece}.", ended_at=None)
    return {one.kind.partition(".")[2] for one in found}


@pytest.mark.parametrize("piece", PIECES)
def test_the_work_that_it_alone_opened_ends_and_its_pages_leave_it_out(
    case: Case, own: Officer, now: datetime, piece: str
) -> None:
    order = ordered(case, own, now, piece)
    assert waiting(case, piece)
    (runs,) = orders_running(Case.objects.filter(pk=case.pk))
    taken_back(case, own, now + DAY, order)
    assert not waiting(case, piece)
    assert set(case.tasks.filter(kind__startswith=f"{piece}.").values_list("outcome", flat=True)) == {
        "not_needed"
    }
    assert not list(orders_running(Case.objects.filter(pk=case.pk)))
    assert client_of(own).get(f"/cases/{case.reference}/").status_code == 200
    ordered(case, own, now + 2 * DAY, piece)
    (anew,) = orders_running(Case.objects.filter(pk=case.pk))
    assert anew.subject != runs.subject


@pytest.mark.parametrize("piece", PIECES)
def test_of_one_that_stood_twice_the_work_goes_to_the_other_where_that_has_none(
    case: Case, own: Officer, now: datetime, piece: str
) -> None:
    other = ordered(case, own, now, "", title="C21")
    twin = ordered(case, own, now, piece)
    (runs,) = orders_running(Case.objects.filter(pk=case.pk))
    before = waiting(case, piece)
    taken_back(case, own, now + DAY, twin, other)
    (still,) = orders_running(Case.objects.filter(pk=case.pk))
    assert (still.subject, waiting(case, piece)) == (runs.subject, before)


@pytest.mark.parametrize("piece", PIECES)
def test_the_other_keeps_its_own_work(case: Case, own: Officer, now: datetime, piece: str) -> None:
    ordered(case, own, now, piece)
    (runs,) = orders_running(Case.objects.filter(pk=case.pk))
    other, twin = case.orders.get(), ordered(case, own, now + DAY, piece)
    taken_back(case, own, now + DAY, twin, other)
    (still,) = orders_running(Case.objects.filter(pk=case.pk))
    assert still.subject == runs.subject


def test_a_proposal_is_one_again(case: Case, own: Officer, now: datetime) -> None:
    proposed = propose_assistance(case=case, by=own, at=now)
    order = ordered(case, own, now + DAY, "family_assistance")
    assert Assistance.objects.get().order == order
    taken_back(case, own, now + DAY, order)
    assert Assistance.objects.get() == proposed
    assert Assistance.objects.get().order is None
    assert not waiting(case, "family_assistance")


def test_what_the_court_asked_about_an_activity_is_asked_again(
    case: Case, own: Officer, now: datetime, father: Party
) -> None:
    ordered(case, own, now, "", Directed("activity_information", party=father), title="C21")
    order = ordered(case, own, now + DAY, "activities")
    Activity.objects.update(terms_at=now + DAY, is_monitored=True)
    taken_back(case, own, now + 2 * DAY, order)
    assert Activity.objects.get().order is None
    assert waiting(case, "activities") == {"information", "terms"}


@pytest.mark.parametrize(("piece", "asked"), [("activities", "terms"), ("enforcement", "application")])
def test_what_the_court_directs_elsewhere_goes_on_without_the_order(
    case: Case, own: Officer, now: datetime, piece: str, asked: str
) -> None:
    order = ordered(case, own, now, piece)
    kind = "activity_monitoring" if piece == "activities" else "enforcement_monitoring"
    ordered(case, own, now + DAY, "", Directed(kind), title="C21")
    taken_back(case, own, now + 2 * DAY, order)
    assert asked in waiting(case, piece)


def test_an_application_to_enforce_waits_for_its_order_again(
    case: Case, own: Officer, now: datetime, father: Party
) -> None:
    one = record_application(case=case, by=own, at=now, application=Application(father))
    order = ordered(case, own, now + DAY, "enforcement")
    UnpaidWork.objects.create(enforcement=one, hours=80, as_sealed=True, by=own, at=now)
    taken_back(case, own, now + 2 * DAY, order)
    waits = Enforcement.objects.get()
    assert (waits, waits.order) == (one, None)
    assert not UnpaidWork.objects.filter(enforcement=waits).exists()
    assert not waiting(case, "enforcement")


def test_hours_done_under_an_order_that_stood_twice_are_done_under_the_other(
    case: Case, own: Officer, now: datetime
) -> None:
    other, twin = ordered(case, own, now, "", title="C80"), ordered(case, own, now, "enforcement")
    one, common = Enforcement.objects.get(), {"order": twin, "language": "en", "by": own, "at": now}
    Happened.objects.create(enforcement=one, kind="hours", on=MADE, hours=6, **common)
    report = Report.objects.create(enforcement=one, kind="start_letter", version=1, **common)
    taken_back(case, own, now + DAY, twin, other)
    one = Enforcement.objects.get()
    assert (one.order, hours_done(one), list(reports_of(one))) == (other, 6, [report])
    assert not is_astray(Report.objects.get())


def test_what_monitoring_elsewhere_directs_is_a_task_of_its_own_again(
    case: Case, own: Officer, now: datetime
) -> None:
    order = ordered(case, own, now, "monitoring")
    ordered(case, own, now + DAY, "", Directed("monitoring_end_report"), title="C21")
    assert "direction" not in waiting(case, "first_hearing")
    taken_back(case, own, now + 2 * DAY, order)
    assert "direction" in waiting(case, "first_hearing")


def test_a_report_of_which_nobody_asks_any_more_waits_no_longer(
    case: Case, own: Officer, now: datetime
) -> None:
    Case.objects.filter(pk=case.pk).update(pathway="cap")
    order = ordered(case, own, now, "", Directed("child_impact_report"), title="C21")
    assert waiting(case, "impact_report")
    taken_back(case, own, now + DAY, order)
    assert not waiting(case, "impact_report")


def test_an_order_under_section_8_and_its_notice_count_no_more(
    case: Case, own: Officer, now: datetime
) -> None:
    order = ordered(case, own, now, "", title="Child arrangements order")
    assert order.pk in said_of_orders(case, MADE)
    taken_back(case, own, now + DAY, order)
    assert not said_of_orders(case, MADE)


def test_whoever_had_a_document_is_told_by_a_person(case: Case, own: Officer, now: datetime) -> None:
    order = ordered(case, own, now, "monitoring")
    monitoring, kind = Monitoring.objects.get(), "monitoring_start_letter"
    Letters.objects.create(monitoring=monitoring, letter="start", version=1, at=now)
    Document.objects.create(
        case=case, kind=kind, version=1, reader="court", language="en", file_name="letter.pdf",
        sha256="0" * 64, made_by=own, made_at=now,
    )  # fmt: skip
    taken_back(case, own, now + DAY, order)
    assert case.documents.count() == 1
    page, client = f"/cases/{case.reference}/orders/{order.pk}/tell/", client_of(own)
    assert f"/documents/{Document.objects.get().pk}/" in text_of(client, page)
    assert "Say whom you told" in summary_of(fill(client, page, words=""))
    assert fill(client, page, words="The court, by e-mail.").status_code == 302
    assert not waiting(case, "first_hearing")
    assert case.entries.get(kind="order_wrong_told").facts["why"] == "The court, by e-mail."
    assert client.get(page).status_code == 404


def test_what_was_not_served_yet_is_given_to_nobody_any_more(
    case: Case, own: Officer, now: datetime, father: Party
) -> None:
    order, kind = ordered(case, own, now, "monitoring"), "monitoring_start_letter"
    Letters.objects.create(monitoring=Monitoring.objects.get(), letter="start", version=1, at=now)
    Document.objects.create(
        case=case, kind=kind, version=1, reader="party", party=father, language="en", file_name="letter.pdf",
        sha256="0" * 64, made_by=own, made_at=now,
    )  # fmt: skip
    open_serving(case=case, by=own, at=now, kind=kind, version=1)
    serves = case.tasks.get(kind="casefile.serve")
    taken_back(case, own, now + DAY, order)
    serves.refresh_from_db()
    assert (set(kept_from(case, kind)), serves.outcome) == ({father.pk}, "kept_from")


def test_where_nothing_was_sealed_nobody_has_to_be_told(case: Case, own: Officer, now: datetime) -> None:
    taken_back(case, own, now + DAY, ordered(case, own, now, "monitoring"))
    assert not waiting(case, "first_hearing")
