"""The pages of enforcement: what they show, what they refuse, and that nothing typed is lost."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.conftest import HOME
from lles.work.enforcement.models import Enforcement, UnpaidWork
from lles.work.enforcement.queries.facts import alleged_of

Record = Callable[..., Enforcement]
MADE = date(2026, 3, 4)
TODAY = day("on", MADE)


def page_of(enforcement: Enforcement, more: str = "") -> str:
    return f"/cases/{enforcement.case.reference}/enforcement/{enforcement.pk}/{more}"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("3 March 2027", "Last day for the unpaid work.", "100 hours", "None on the file")),
        ("cy", ("3 Mawrth 2027", "Diwrnod olaf ar gyfer y gwaith di-dâl.", "100 awr", "Dim ar y ffeil")),
    ],
)
def test_the_page_shows_the_clock_as_a_picture_and_in_words(
    ordered: Record, own: Officer, language: str, words: tuple[str, ...]
) -> None:
    text = text_of(client_of(own, language), page_of(ordered()))
    assert "lles-strip" in text
    for one in words:
        assert one in text, one


def test_an_application_is_recorded_and_listed(case: Case, own: Officer, father: Party) -> None:
    client, page = client_of(own), f"/cases/{case.reference}/enforcement/"
    typed = {"party": str(father.pk), "is_attached": "no", "court_asks": "yes"}
    issued = {**day("issued_on", date(2026, 2, 20)), **day("about_on", date(2026, 2, 21))}
    answer = fill(client, f"{page}add/", **typed, **issued)
    assert "An order is not enforced before the day on which it is made" in summary_of(answer)
    issued |= day("about_on", date(2025, 12, 1))
    assert fill(client, f"{page}add/", **typed, **issued).status_code == 302
    enforcement = Enforcement.objects.get()
    assert (enforcement.party, enforcement.is_attached, enforcement.court_asks) == (father, False, True)
    assert father.name in text_of(client, page)
    assert "The court asked for checks" in text_of(client, page_of(enforcement))


def test_nobody_applies_against_themselves(case: Case, own: Officer, father: Party) -> None:
    page, pk = f"/cases/{case.reference}/enforcement/add/", str(father.pk)
    answer = fill(client_of(own), page, party=pk, applicant=pk)
    assert "Choose somebody other than the person it is about" in summary_of(answer)


def test_what_is_missing_is_named(ordered: Record, own: Officer) -> None:
    enforcement, client = ordered(), client_of(own)
    for more, words in (
        ("application/", "Choose against whom the order is to be enforced"),
        ("alleged/", "Write which provision it is, and what is said of it"),
        ("notice/", "Choose who had it"),
        ("terms/", "Say whether the sealed order gives this"),
        ("happened/", "Choose what happened"),
        ("compensation/", "Write how much was lost"),
        ("end/", "Choose how it ended"),
    ):
        assert words in summary_of(fill(client, page_of(enforcement, more))), more


def test_an_order_is_put_right_and_its_answers_are_chosen_anew(ordered: Record, own: Officer) -> None:
    enforcement, client = ordered(officer="Siân Rees"), client_of(own)
    page = page_of(enforcement, "terms/")
    assert "Siân Rees" in text_of(client, page)
    assert "checked" not in text_of(client, page).split('name="as_sealed"')[1].split("</fieldset>")[0]
    typed = {"hours": "39", "language_of_words": "en", "as_sealed": "no", **day("notice_on", MADE)}
    answer = fill(client, page, **typed, officer="Nia Puw")
    assert "39 hours of unpaid work are fewer than 40" in " ".join(summary_of(answer).split())
    assert "Nia Puw" in said(answer)
    answer = fill(client, page, **{**typed, "as_sealed": "yes"}, officer="Nia Puw")
    asks = "39 hours of unpaid work are fewer than 40 hours. – Give your reason for going on"
    assert asks in " ".join(summary_of(answer).split())
    answer = fill(client, page, **{**typed, "as_sealed": "yes", "hours": "38", "reason-ENF-HOURS": ""})
    assert asks.replace("39", "38") in " ".join(summary_of(answer).split())
    assert "between the fewest and the most" not in said(answer)
    reason = {"reason-ENF-HOURS": "As the sealed order says."}
    assert fill(client, page, **{**typed, "as_sealed": "yes"}, **reason).status_code == 302
    assert "39 hours of unpaid work are fewer than 40" in text_of(client, page_of(enforcement))


def test_what_the_court_found_is_recorded_for_one_failure(ordered: Record, own: Officer) -> None:
    enforcement, client = ordered(), client_of(own)
    typed = {"words": "Nobody came.", "language_of_words": "en", **TODAY}
    assert fill(client, page_of(enforcement, "alleged/"), **typed).status_code == 302
    assert "Alleged" in text_of(client, page_of(enforcement))
    pk = alleged_of(enforcement)[0].row.pk
    assert "Nobody came." in text_of(client, page_of(enforcement, f"alleged/{pk}/found/"))
    typed = {"outcome": "excuse", **TODAY}
    assert fill(client, page_of(enforcement, f"alleged/{pk}/found/"), **typed).status_code == 302
    assert "Reasonable excuse found" in text_of(client, page_of(enforcement))
    assert client.get(page_of(enforcement, "alleged/999999/found/")).status_code == 404


def test_hours_are_said_where_hours_were_done_and_nowhere_else(ordered: Record, own: Officer) -> None:
    page, client = page_of(ordered(), "happened/"), client_of(own)
    typed = {"language_of_words": "en", **TODAY}
    answer = fill(client, page, **typed, kind="hours")
    assert "Write how many hours were done" in summary_of(answer)
    answer = fill(client, page, **typed, kind="warning", hours="3")
    assert "Leave the hours empty" in summary_of(answer)
    assert fill(client, page, **typed, kind="hours", hours="3").status_code == 302


@pytest.mark.parametrize(("typed", "pence"), [("480", 48000), ("£1,480.50", 148050), ("0.05", 5)])
def test_sums_are_taken_as_people_write_them(
    ordered: Record, own: Officer, mother: Party, typed: str, pence: int
) -> None:
    enforcement = ordered()
    fields = {"party": str(mother.pk), "has_applied": "yes", "language_of_words": "en", "loss": typed}
    assert fill(client_of(own), page_of(enforcement, "compensation/"), **fields).status_code == 302
    assert enforcement.compensation.get().loss == pence


@pytest.mark.parametrize("typed", ["48,0", "12.5", "-3", "about 480", "1000000.01"])
def test_what_is_no_sum_is_told_and_kept(ordered: Record, own: Officer, mother: Party, typed: str) -> None:
    fields = {"party": str(mother.pk), "has_applied": "yes", "language_of_words": "en", "loss": typed}
    answer = fill(client_of(own), page_of(ordered(), "compensation/"), **fields)
    assert "Write a sum in pounds" in summary_of(answer)
    assert typed in said(answer)


def test_compensation_above_the_loss_is_asked_a_reason_and_shown(
    ordered: Record, own: Officer, mother: Party
) -> None:
    enforcement, client = ordered(), client_of(own)
    page = page_of(enforcement, "compensation/")
    fields = {
        "party": str(mother.pk), "has_applied": "yes", "language_of_words": "en", "loss": "480.00",
        "ordered": "500",
    }  # fmt: skip
    assert "Write the day on which the court ordered it" in summary_of(fill(client, page, **fields))
    fields |= day("ordered_on", MADE)
    assert "Give your reason" in summary_of(fill(client, page, **fields))
    assert fill(client, page, **fields, **{"reason-COMP-LOSS": "As ordered."}).status_code == 302
    assert "£500.00, is above the loss, £480.00" in text_of(client, page_of(enforcement))


def test_what_is_alleged_is_read_by_who_works_on_the_case_and_by_nobody_elsewhere(
    ordered: Record, own: Officer, teammate: Officer
) -> None:
    enforcement = ordered()
    typed = {"words": "Nobody came.", "language_of_words": "en", **TODAY}
    fill(client_of(own), page_of(enforcement, "alleged/"), **typed)
    assert "Nobody came." in text_of(client_of(own), page_of(enforcement))
    assert client_of(teammate).get(page_of(enforcement)).status_code == 404


def test_after_the_end_nothing_more_is_recorded(ordered: Record, own: Officer, now: datetime) -> None:
    enforcement, client = ordered(), client_of(own)
    typed = {"outcome": "committal", "language_of_words": "en", **day("ended_on", MADE)}
    assert fill(client, page_of(enforcement, "end/"), **typed).status_code == 302
    assert "the court committed somebody to prison" in text_of(client, page_of(enforcement))
    for more in ("application/", "alleged/", "notice/", "terms/", "happened/", "compensation/", "end/"):
        assert client.get(page_of(enforcement, more)).status_code == 404


def test_there_is_nothing_to_read_out_of_an_order_that_was_not_made(apply: Record, own: Officer) -> None:
    assert client_of(own).get(page_of(apply(), "terms/")).status_code == 404


def test_an_application_is_put_right_without_answering_everything_anew(
    apply: Record, own: Officer, father: Party, mother: Party
) -> None:
    one, client = apply(applicant=mother), client_of(own)
    text = text_of(client, page_of(one, "application/"))
    for name, value in (("party", father.pk), ("is_attached", "yes"), ("court_asks", "unknown")):
        assert re.search(f'name="{name}"[^>]*value="{value}"[^>]*checked', text), name
    assert re.search(f'<option value="{mother.pk}" selected', text)


def test_words_of_the_order_that_name_a_protected_place_stay_where_their_box_is_left_empty(
    ordered: Record, own: Officer
) -> None:
    office = f"Probation beside {HOME[0]}"
    one, client = ordered(officer_office=office, officer="Delyth Morgan"), client_of(own)
    page = page_of(one, "terms/")
    text = text_of(client, page)
    assert HOME[0] not in text
    assert "Left empty, it stays as it is." in text
    assert "Delyth Morgan" in text
    typed = {"hours": "90", "as_sealed": "no", "language_of_words": "en", **day("notice_on", MADE)}
    assert fill(client, page, **typed, officer="", officer_office="").status_code == 302
    work = UnpaidWork.objects.get()
    assert (work.hours, work.officer, work.officer_office) == (90, "", office)
    assert fill(client, page, **typed, officer_office="Dee Probation").status_code == 302
    assert UnpaidWork.objects.get().officer_office == "Dee Probation"


def test_words_are_opened_where_nobody_is_typing_so_that_nothing_typed_is_lost(
    ordered: Record, own: Officer, now: datetime
) -> None:
    one, client = ordered(), client_of(own)
    row = one.happened.create(
        order=one.order,
        kind="warning",
        on=MADE,
        words=f"Seen beside {HOME[0]}.",
        language="en",
        by=own,
        at=now,
    )
    press = "Show the words on this page"
    assert press in text_of(client, page_of(one))
    wrong = text_of(client, page_of(one, f"happened/{row.pk}/wrong/"))
    assert HOME[0] not in wrong
    assert press not in wrong


def test_the_order_to_be_enforced_is_chosen_where_it_is_on_the_file(
    case: Case, own: Officer, now: datetime, father: Party
) -> None:
    known: dict[str, Any] = {"case": case, "by": own, "at": now, "kind": ""}
    first, later = (
        record_order(**known, title="Child arrangements order", made_on=date(2025, month, 1))
        for month in (11, 12)
    )
    client, page = client_of(own), f"/cases/{case.reference}/enforcement/add/"
    typed = {"party": str(father.pk), "about_on_order": str(first.pk), "varied_on_order": str(later.pk)}
    asked = summary_of(fill(client, page, **typed, **day("about_on", date(2025, 11, 2))))
    assert "Choose the order, or enter another day, not both" in asked
    assert fill(client, page, **typed).status_code == 302
    enforcement = Enforcement.objects.get()
    assert (enforcement.about_on, enforcement.varied_on) == (first.made_on, later.made_on)
