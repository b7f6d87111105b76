"""The pages of monitoring: what they show, what they refuse, and what they keep closed."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import time_machine

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.conftest import HOME
from lles.work.monitoring.models import Breach, Call, Monitoring, Provision
from lles.work.monitoring.queries.facts import provisions_of

Record = Callable[..., Monitoring]
Speak = Callable[..., Call]
ARRANGED = day("arrangements_on", date(2026, 3, 4))


def page_of(monitoring: Monitoring, more: str = "") -> str:
    return f"/cases/{monitoring.case.reference}/monitoring/{monitoring.pk}/{more}"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Monitoring order", "First monitoring call", "Nobody has to consent", "each Saturday")),
        ("cy", ("Gorchymyn monitro", "Yr alwad fonitro gyntaf", "Nid oes angen cydsyniad")),
    ],
)
def test_the_page_shows_the_clock_as_a_picture_and_in_words(
    record: Record, own: Officer, language: str, words: tuple[str, ...]
) -> None:
    text = text_of(client_of(own, language), page_of(record()))
    assert "lles-strip" in text
    for one in words:
        assert one in text, one


def test_a_case_without_one_says_how_one_comes(case: Case, own: Officer) -> None:
    text = text_of(client_of(own), f"/cases/{case.reference}/monitoring/")
    assert "contact monitoring order" in text


def test_what_the_order_says_is_keyed_and_refused_with_its_reason(
    made: Monitoring, case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    arranged, on = "Child arrangements order", date(2026, 3, 4)
    record_order(case=case, by=own, at=now, kind="", title=arranged, made_on=on)
    client, page = client_of(own), page_of(made, "terms/")
    typed: dict[str, object] = {
        **ARRANGED,
        "words-0": "Each Saturday.", "kind-0": "lives_with", f"limb-{mother.pk}": "time_with_another",
        "as_sealed": "no", "by_consent": "unknown", "is_excepted": "no", "language_of_words": "en",
        "reports": ["breach"], "report_within": "2", "report_unit": "days",
    }  # fmt: skip
    refused = summary_of(fill(client, page, **typed))
    assert "no provision that can be monitored" in refused
    assert "sets no period" in refused
    typed |= {"kind-0": "time_with", "months": "6"}
    for unit, wrong in (("at_once", "Leave the number out"), ("", "Choose what the number counts")):
        assert wrong in summary_of(fill(client, page, **typed | {"report_unit": unit}))
    no_number = typed | {"report_unit": "days", "report_within": ""}
    assert "Write a number from 1 to 60" in summary_of(fill(client, page, **no_number))
    assert fill(client, page, **typed).status_code == 302
    made.refresh_from_db()
    assert (made.months, made.report_within, made.report_unit, made.by_consent) == (6, 2, "days", None)
    assert "Within 2 days" in text_of(client, page_of(made))
    assert "Each Saturday." in text_of(client, page)


def test_a_call_asks_of_every_provision_and_of_the_next_one(
    record: Record, own: Officer, father: Party
) -> None:
    monitoring, client = record(), client_of(own)
    page = page_of(monitoring, f"call/{father.pk}/")
    held = {**day("held_on", date(2026, 3, 16)), "held_at": "21:30", "language_of_words": "en"}
    refused = summary_of(fill(client, page, **held, outcome="spoke", account="He came late."))
    assert "Choose what they said of each provision" in refused
    assert "Enter the day about which you asked" in refused
    typed = {
        **held, **day("monitored_on", date(2026, 3, 14)), **day("next_monitored_on", date(2026, 3, 21)),
        "next_at": "10am", "outcome": "spoke", "answer-1": "not", "account": "Nobody was there.",
    }  # fmt: skip
    with time_machine.travel(datetime(2026, 3, 16, 22, tzinfo=UTC), tick=False):
        assert fill(client_of(own), page, **typed).status_code == 302
    breach = Breach.objects.get()
    text = text_of(client, page_of(breach.monitoring))
    assert "Not asked yet:" in text
    assert "23 March 2026" in text
    shown = text_of(client, f"/cases/{breach.monitoring.case.reference}/monitoring/breach/{breach.pk}/")
    assert "Siân Morris has not been asked yet" in shown


def test_who_only_sees_the_case_reads_no_words(
    record: Record, own: Officer, teammate: Officer, speak: Speak, father: Party
) -> None:
    monitoring = record()
    speak(monitoring, father, "not", account="Nobody opened the door.")
    assert "Nobody opened the door." in text_of(client_of(own), page_of(monitoring))
    assert "Nobody opened the door." not in said(client_of(teammate).get(page_of(monitoring)))


def test_a_letter_is_looked_at_before_it_is_made(
    record: Record, own: Officer, mother: Party, father: Party
) -> None:
    client, page = client_of(own), page_of(record(), "letters/start/")
    text = text_of(client, page)
    for party, language in ((mother, "cy"), (father, "en")):
        path = f"{page}preview/{party.slug}.{language}.pdf"
        assert path in text
        assert client.get(path).headers["Content-Type"] == "application/pdf"
    assert client.get(f"{page}preview/respondent-9.en.pdf").status_code == 404
    assert client.get(f"{page}preview/{father.slug}.fr.pdf").status_code == 404
    assert not record().case.documents.exists()


def test_a_report_is_typed_looked_at_and_sealed(confirmed: Breach, own: Officer) -> None:
    client, page = client_of(own), page_of(confirmed.monitoring, "report/breach/")
    assert "preview/court.en.pdf" in text_of(client, page)
    assert client.get(f"{page}preview/court.en.pdf").headers["Content-Type"] == "application/pdf"
    assert "Write your summary" in summary_of(fill(client, page, language_of_words="en"))
    fill(client, page, words="It did not happen.", language_of_words="en", **{"draft-save": page})
    looked = client.get(f"{page}preview/court.en.pdf")
    assert (looked.status_code, looked.headers["Content-Type"]) == (200, "application/pdf")
    typed = {"words": "It did not happen.", "language_of_words": "en"}
    assert "in English alone" in fill(client, page, **typed).content.decode()
    assert fill(client, page, **typed, other_words="Ni ddigwyddodd.").status_code == 302
    assert confirmed.monitoring.reports.get().kind == "breach"
    assert client.get(page_of(confirmed.monitoring, "report/another/")).status_code == 404


def test_a_provision_that_names_a_protected_place_is_written_again_and_never_lost_unseen(
    record: Record, own: Officer, mother: Party, father: Party
) -> None:
    monitoring, client = record(), client_of(own)
    Provision.objects.filter(monitoring=monitoring).update(words=f"He waits at the corner of {HOME[0]}.")
    page = page_of(monitoring, "terms/")
    text = text_of(client, page)
    assert HOME[0] not in text
    assert "Write it again without that." in text
    typed: dict[str, object] = {
        **ARRANGED,
        "words-0": "", "kind-0": "time_with", "words-1": "Each Monday.", "kind-1": "time_with", "months": "6",
        f"limb-{mother.pk}": "time_with_another", f"limb-{father.pk}": "named_for_time", "as_sealed": "no",
        "by_consent": "unknown", "is_excepted": "no", "language_of_words": "en", "reports": ["breach"],
    }  # fmt: skip
    assert "Write what the provision says" in summary_of(fill(client, page, **typed))
    assert fill(client, page, **{**typed, "words-0": "At the school gate."}).status_code == 302
    assert [one.words for one in provisions_of(monitoring)] == ["At the school gate.", "Each Monday."]


def test_what_is_due_under_one_order_stands_among_the_days_of_no_other(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    one = record(directs=(Directed("monitoring_interim_report", due_on=date(2026, 5, 6)),))
    record_order(case=case, by=own, at=now, kind="monitoring", title="A second", made_on=date(2026, 3, 5))
    other, line = Monitoring.objects.latest("pk"), "</strong>: Interim report (monitoring)"
    assert [line in text_of(client_of(own), page_of(order)) for order in (one, other)] == [True, False]


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Period of monitoring: Wednesday 4 March 2026 to Thursday 3 September 2026"),
        ("cy", "Cyfnod y monitro: 4 Mawrth 2026 hyd 3 Medi 2026"),
    ],
)
def test_a_period_that_was_recorded_before_stays_on_the_timeline(
    record: Record, case: Case, own: Officer, language: str, says: str
) -> None:
    record(months=6)
    record(months=3)
    assert says in text_of(client_of(own, language), f"/cases/{case.reference}/timeline/")


def test_the_day_of_an_order_on_the_file_is_chosen_with_the_order(
    made: Monitoring, case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    order = record_order(
        case=case, by=own, at=now, kind="", title="Child arrangements order", made_on=date(2026, 3, 4)
    )
    typed = {
        "words-0": "Each Saturday.", "kind-0": "time_with", f"limb-{mother.pk}": "time_with_another",
        "as_sealed": "no", "by_consent": "unknown", "is_excepted": "no", "language_of_words": "en",
        "months": "6", "arrangements_on_order": str(order.pk),
    }  # fmt: skip
    client, page = client_of(own), page_of(made, "terms/")
    assert "Which child arrangements order is monitored?" in text_of(client, page)
    assert fill(client, page, **typed).status_code == 302
    made.refresh_from_db()
    assert (made.arrangements_on, made.proceedings_ended_on) == (order.made_on, None)
    assert text_of(client, page).count(f'value="{order.pk}" selected') == 1
