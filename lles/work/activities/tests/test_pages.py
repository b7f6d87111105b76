"""The pages of activities: what they show, what they refuse, and that nothing typed is lost."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from lles.casefile.models import Case, Officer, Order, Party
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.conftest import HOME
from lles.links.pdf_reader import places
from lles.work.activities.models import Activity, Happened
from lles.work.activities.tests.recorded import ends, happens, write

Record = Callable[..., Activity]
TODAY = day("on", date(2026, 3, 4))


def page_of(activity: Activity, more: str = "") -> str:
    return f"/cases/{activity.case.reference}/activities/{activity.pk}/{more}"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Programme", "3 May 2026", "Last day of the activity.", "Who may help with fees")),
        ("cy", ("Rhaglen", "3 Mai 2026", "Diwrnod olaf y gweithgaredd.", "Pwy gaiff helpu gyda ffioedd")),
    ],
)
def test_the_page_shows_the_clock_as_a_picture_and_in_words(
    record: Record, own: Officer, language: str, words: tuple[str, ...]
) -> None:
    text = text_of(client_of(own, language), page_of(record(months=2)))
    assert "lles-strip" in text
    for one in words:
        assert one in text, one


def test_an_activity_is_read_out_of_an_order_and_refused_with_its_reason(
    case: Case, own: Officer, order: Order, father: Party
) -> None:
    client, page = client_of(own), f"/cases/{case.reference}/activities/add/"
    typed = {"party": str(father.pk), "order": str(order.pk), "form": "direction", "provider": "Y Bont"}
    answer = fill(client, page, **typed, never_asked="mediation", as_sealed="no")
    assert "Nobody can be required to take part in mediation" in summary_of(answer)
    assert "Y Bont" in said(answer)
    assert fill(client, page, **typed, kind="programme", is_monitored="yes").status_code == 302
    activity = Activity.objects.get()
    assert (activity.party, activity.order, activity.is_monitored) == (father, order, True)


@pytest.mark.parametrize(
    ("language", "said_of_it"),
    [
        ("en", "Nobody can be required to undergo a medical"),
        ("cy", "Ni ellir ei gwneud yn ofynnol i neb gael"),
    ],
)
def test_what_no_order_may_ask_is_not_offered_and_a_sealed_order_that_asks_it_is_kept_with_a_warning(
    case: Case, own: Officer, order: Order, father: Party, language: str, said_of_it: str
) -> None:
    client, page = client_of(own, language), f"/cases/{case.reference}/activities/add/"
    for kind in ("medical", "psychiatric", "mediation"):
        assert f'name="kind" value="{kind}"' not in " ".join(text_of(client, page).split())
    typed = {
        "party": str(father.pk), "order": str(order.pk), "form": "direction", "never_asked": "medical",
        "as_sealed": "yes",
    }  # fmt: skip
    assert summary_of(fill(client, page, **typed, kind="class"))
    assert said_of_it in said(fill(client, page, **typed))
    assert not Activity.objects.exists()
    reason = {"reason-ACT-KINDS": "So says the order."}
    assert fill(client, page, **typed, **reason).status_code == 302
    activity = Activity.objects.get()
    assert activity.kind == "medical"
    assert said_of_it in text_of(client, page_of(activity))
    shown = text_of(client, page_of(activity, "terms/"))
    assert 'value="medical" selected' in shown


def test_what_is_missing_is_named(case: Case, own: Officer) -> None:
    summary = summary_of(fill(client_of(own), f"/cases/{case.reference}/activities/add/"))
    for one in ("Choose of whom it is asked", "Choose how it is asked", "Choose the kind of activity"):
        assert one in summary


def test_a_report_is_looked_at_before_it_is_sealed(record: Record, own: Officer) -> None:
    activity, client = record(is_monitored=True), client_of(own)
    page = page_of(activity, "failure/")
    preview = f"{page}court/cy/"
    assert client.get(preview)["Content-Type"] == "application/pdf", "nothing has to be typed first"
    fill(client, page, **{"words-happened": "Ni ddaeth.", "language_of_words": "cy", "draft-save": "yes"})
    answer = client.get(preview)
    assert answer["Content-Type"] == "application/pdf"
    assert "Ni ddaeth." in " ".join(place.text for place in places(answer.content))
    assert client.get(f"{page}applicant-1/en/").status_code == 404
    assert not activity.reports.exists()


def test_a_protected_place_stops_a_report_and_what_was_typed_is_kept(record: Record, own: Officer) -> None:
    page, client = page_of(record(), "referral/"), client_of(own)
    typed = {"words-aims": "Come to 7 Heol y Dŵr, LL11 1ZZ.", "language_of_words": "en"}
    answer = fill(client, page, **typed)
    assert answer.status_code == 409
    assert "This document may not leave" in said(answer)
    assert "Heol y D" not in said(answer)
    assert "Heol y D" in text_of(client, page)


def test_a_session_missed_is_reported_after_the_end_too_and_not_typed_again(
    record: Record, own: Officer, now: datetime
) -> None:
    one, client = record(is_monitored=True), client_of(own)
    base = f"/cases/{one.case.reference}/activities/{one.pk}/"
    missed = happens(one, own, now, "missed")
    Happened.objects.create(
        activity=one, kind="missed", on=missed.on, words=f"He was near {HOME[0]}.", language="en", by=own,
        at=now,
    )  # fmt: skip
    ends(one, own, now, "not_done")
    assert "The court has not been told yet" in text_of(client, base)
    page = text_of(client, f"{base}failure/")
    first = " ".join(place.text for place in places(client.get(f"{base}failure/court/en/").content))
    for shown in (page, " ".join(first.split())):
        assert "Wednesday 4 March 2026: He did not come." in shown
        assert HOME[0] not in shown
    write(one, own, now + timedelta(hours=1), "failure", happened="He did not come.")
    assert "The court has not been told yet" not in text_of(client, base)
    assert client.get(f"{base}failure/").status_code == 404


def test_no_report_of_a_failure_is_written_where_nobody_asked_for_one(record: Record, own: Officer) -> None:
    assert client_of(own).get(page_of(record(), "failure/")).status_code == 404


def test_what_happened_is_read_by_who_works_on_the_case_and_by_nobody_elsewhere(
    record: Record, own: Officer, teammate: Officer
) -> None:
    activity = record()
    typed = {"kind": "attended", "words": "He was calm.", "language_of_words": "en", **TODAY}
    assert fill(client_of(own), page_of(activity, "happened/"), **typed).status_code == 302
    assert "He was calm." in text_of(client_of(own), page_of(activity))
    assert client_of(teammate).get(page_of(activity)).status_code == 404


def test_the_end_is_recorded_with_its_certificate(record: Record, own: Officer) -> None:
    activity, client = record(), client_of(own)
    on = {**day("ended_on", date(2026, 3, 5)), **day("certificate_on", date(2026, 3, 4))}
    typed = {"outcome": "done", "language_of_words": "en", **on}
    assert fill(client, page_of(activity, "end/"), **typed).status_code == 302
    text = text_of(client, page_of(activity))
    assert "Certificate of" in text
    assert client.get(page_of(activity, "end/")).status_code == 404
    assert client.get(page_of(activity, "terms/")).status_code == 404
