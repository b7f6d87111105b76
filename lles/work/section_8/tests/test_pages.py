"""Orders under section 8 on the pages of their case: what is asked once, what follows, and who reads it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from lles.casefile.changes.directions import record_order
from lles.casefile.changes.door import NotAllowed
from lles.casefile.models import (
    Application,
    Case,
    Child,
    Entry,
    NoticeHad,
    Officer,
    Order,
    OrderTerms,
    Party,
)
from lles.casefile.tests.pages import client_of, day, fill, statements, summary_of, text_of
from lles.work.section_8.changes import (
    FosteringSaid,
    record_care,
    record_fostering,
    record_terms_of_order,
)
from lles.work.section_8.models import Care, Fostering

DAY = timedelta(days=1)
LONG_AGO = date(2024, 1, 31)
ON_TOP = "Of the orders under section 8 the court can make only one"
CAO, STEPS = "Child arrangements order (C43)", "Prohibited steps order"
UNKNOWN = "It is not recorded whether the order of"


@pytest.fixture
def efa(case: Case) -> Child:
    """The elder child."""
    return case.children.get(first_name="Efa")


@pytest.fixture
def order(case: Case, own: Officer) -> Callable[..., Order]:
    """Records an order that came by post."""

    def recorded(title: str = CAO, made_on: date = date(2026, 3, 4)) -> Order:
        return record_order(case=case, by=own, at=timezone.now(), kind="", title=title, made_on=made_on)

    return recorded


@pytest.fixture
def in_care(case: Case, own: Officer, efa: Child) -> Callable[..., Care]:
    """Records that the elder child is in care."""

    def recorded(since: date | None = LONG_AGO, until: date | None = None) -> Care:
        return record_care(
            case=case, by=own, at=timezone.now(), child=efa, since=since, until=until, source="authority"
        )

    return recorded


def page_of(case: Case, more: str = "") -> str:
    return f"/cases/{case.reference}/{more}"


def test_a_child_in_care_stands_on_top_of_every_page_also_where_the_parties_agree(
    case: Case, own: Officer, in_care: Callable[..., Care]
) -> None:
    client = client_of(own)
    hearing = case.hearings.create(type_code="FHDRA", starts_at=timezone.now() - DAY)
    pages = [page_of(case), page_of(case, "orders/"), page_of(case, f"hearings/{hearing.pk}/agree/")]
    assert not any(ON_TOP in text_of(client, page) for page in pages)
    in_care()
    assert all(ON_TOP in text_of(client, page) for page in pages)
    in_care(LONG_AGO, LONG_AGO + DAY)
    assert not any(ON_TOP in text_of(client, page) for page in pages)


@pytest.mark.parametrize(
    ("kind", "warned"), [("child_arrangements_spend_time", True), ("child_arrangements_live_with", False)]
)
def test_it_hangs_on_what_is_asked(
    case: Case, own: Officer, in_care: Callable[..., Care], kind: str, warned: bool
) -> None:
    Application.objects.create(case=case, kind=kind)
    in_care()
    assert (ON_TOP in text_of(client_of(own), page_of(case))) == warned


def test_a_page_of_the_case_still_asks_few_statements(
    case: Case, own: Officer, in_care: Callable[..., Care]
) -> None:
    in_care()
    client = client_of(own)
    text_of(client, page_of(case))
    with statements() as sent:
        assert ON_TOP in text_of(client, page_of(case))
    assert len(sent) <= 8, sent


@pytest.mark.parametrize(
    ("language", "words"), [("en", "neither consent"), ("cy", "na chydsyniad nac eithriad")]
)
@pytest.mark.parametrize(("days", "warned"), [(0, True), (1, False)])
def test_an_applicant_who_fostered_within_the_months_is_warned_of(
    case: Case, own: Officer, efa: Child, mother: Party, language: str, words: str, days: int, warned: bool
) -> None:
    Case.objects.filter(pk=case.pk).update(submitted_on=date(2026, 9, 16) + days * DAY)
    said = FosteringSaid(LONG_AGO, date(2026, 3, 16), None, None, None, "authority")
    record_fostering(case=case, by=own, at=timezone.now(), child=efa, party=mother, said=said)
    assert (words in text_of(client_of(own, language), page_of(case))) == warned


def test_a_respondent_who_fosters_asks_for_nothing(
    case: Case, own: Officer, efa: Child, father: Party
) -> None:
    said = FosteringSaid(LONG_AGO, None, None, None, None, "authority")
    record_fostering(case=case, by=own, at=timezone.now(), child=efa, party=father, said=said)
    assert "neither consent" not in text_of(client_of(own), page_of(case))


def test_an_order_says_what_the_law_says_of_it_where_the_orders_of_the_case_stand(
    case: Case, own: Officer, order: Callable[..., Order], in_care: Callable[..., Care]
) -> None:
    order(STEPS), order()
    client, here = client_of(own), page_of(case, "orders/")
    page = text_of(client, here)
    assert page.count(UNKNOWN) == 1
    assert "was in care when this order was made" not in page
    assert page.count("What it says under section 8") == 2
    in_care()
    page = text_of(client, here)
    assert page.count("was in care when this order was made") == 2
    assert "It is not recorded whether the order is about nothing but" in page


def test_an_order_that_is_none_under_section_8_has_no_page(
    case: Case, own: Officer, order: Callable[..., Order]
) -> None:
    other = order("Enforcement of a child arrangements order (C80)")
    client = client_of(own)
    text_of(client, page_of(case, f"section-8/orders/{other.pk}/"), status=404)
    assert "What it says under section 8" not in text_of(client, page_of(case, "orders/"))


def test_what_an_order_says_is_read_once_and_put_right_by_a_later_row(
    case: Case, own: Officer, order: Callable[..., Order]
) -> None:
    row, client = order(), client_of(own)
    here = page_of(case, f"section-8/orders/{row.pk}/")
    page = text_of(client, here)
    assert CAO in page
    assert "checked" not in page
    assert "Is it about nothing but with whom" in summary_of(fill(client, here))
    typed = {"only_about_living": "no", "varies": "no", "carries_notice": "yes"}
    assert fill(client, here, **typed, **day("ends_on", date(2034, 1, 1))).status_code == 302
    page = text_of(client, page_of(case, "orders/"))
    assert UNKNOWN not in page
    assert "This order is to run to Sunday 1 January 2034, and Efa Bevan reaches sixteen on" in page
    record_terms_of_order(
        case=case, by=own, at=timezone.now(), order=row, types=(), only_about_living=True, varies=False,
        ends_on=date(2034, 1, 1), carries_notice=False,
    )  # fmt: skip
    page = text_of(client, page_of(case, "section-8/"))
    assert "carries no warning notice, as it is recorded" in page
    assert "This order is to run to" not in page
    assert OrderTerms.objects.count() == 2


def test_the_page_says_what_nobody_knows_as_unknown(case: Case, own: Officer) -> None:
    page = text_of(client_of(own), page_of(case, "section-8/"))
    assert page.count("It is not known whether the child is in care.") == 2
    assert "No order under section 8 is recorded in this case." in page


def test_a_child_in_care_is_recorded_in_choices_and_days(case: Case, own: Officer, efa: Child) -> None:
    client, here = client_of(own), page_of(case, f"section-8/care/{efa.pk}/")
    page = text_of(client, here)
    assert "Is Efa Bevan in care?" in page
    assert "checked" not in page
    assert "<textarea" not in page
    missing = summary_of(fill(client, here))
    assert "Choose whether the child is in care" in missing
    assert "Choose from where it is known" in missing
    typed = {"source": "authority"}
    assert "Enter the first day" in summary_of(fill(client, here, **typed, stands="still"))
    ended = {**typed, "stands": "ended", **day("since", LONG_AGO)}
    assert "Enter the last day" in summary_of(fill(client, here, **ended))
    early = fill(client, here, **ended, **day("until", LONG_AGO - DAY))
    assert "must not be before the first" in summary_of(early)
    never = fill(client, here, **typed, stands="not", **day("since", LONG_AGO))
    assert "Leave the days empty" in summary_of(never)
    assert not Care.objects.exists()
    assert fill(client, here, **ended, **day("until", LONG_AGO + DAY)).status_code == 302
    assert fill(client, here, **typed, stands="not").status_code == 302
    assert [one.since for one in Care.objects.order_by("pk")] == [LONG_AGO, None]
    page = text_of(client, page_of(case, "section-8/"))
    assert "Not in care" in page
    assert "What was recorded before" in page


def test_a_foster_parent_is_recorded_and_put_right(
    case: Case, own: Officer, efa: Child, mother: Party
) -> None:
    client, here = client_of(own), page_of(case, "section-8/foster-parents/0/")
    assert "Choose whether they are a foster parent" in summary_of(fill(client, here))
    typed = {
        "party": str(mother.pk), "child": str(efa.pk), "stands": "still", "source": "court",
        "has_consent": "no", "is_relative": "unknown", **day("since", LONG_AGO),
    }  # fmt: skip
    assert fill(client, here, **typed).status_code == 302
    row = Fostering.objects.get()
    assert (row.has_consent, row.is_relative, row.until) == (False, None, None)
    assert "neither consent" in text_of(client, page_of(case))
    again = page_of(case, f"section-8/foster-parents/{row.pk}/")
    assert fill(client, again, **{**typed, "has_consent": "yes"}).status_code == 302
    assert "neither consent" not in text_of(client, page_of(case))
    text_of(client, page_of(case, "section-8/foster-parents/987654/"), status=404)


def test_a_notice_of_the_order_is_recorded_with_its_day(
    case: Case, own: Officer, order: Callable[..., Order], father: Party
) -> None:
    row, client = order(), client_of(own)
    here = page_of(case, f"section-8/orders/{row.pk}/notice/")
    assert "Choose the way" in summary_of(fill(client, here))
    typed = {"party": str(father.pk), "way": "told", **day("on", date(2026, 3, 5))}
    assert fill(client, here, **typed).status_code == 302
    assert NoticeHad.objects.get().on == date(2026, 3, 5)
    assert "Gareth Bevan: was told what it says" in text_of(client, page_of(case, "section-8/"))


def test_what_was_recorded_is_never_changed_or_taken_away(in_care: Callable[..., Care]) -> None:
    row = in_care()
    for attempt in (lambda: Care.objects.update(until=LONG_AGO), row.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    with pytest.raises(IntegrityError), transaction.atomic():
        in_care(LONG_AGO, LONG_AGO - DAY)


def test_it_is_recorded_by_those_who_work_on_the_case_alone(
    case: Case, stranger: Officer, now: datetime, efa: Child, officer_with: Callable[..., Officer],
    in_care: Callable[..., Care],
) -> None:  # fmt: skip
    with pytest.raises(NotAllowed):
        record_care(case=case, by=stranger, at=now, child=efa, since=LONG_AGO, until=None, source="authority")
    text_of(client_of(stranger), page_of(case, "section-8/"), status=404)
    in_care()
    auditor = client_of(officer_with("auditor"))
    page = text_of(auditor, page_of(case, "section-8/"))
    assert "In care since" in page
    assert "From a local authority" not in page
    assert auditor.get(page_of(case, f"section-8/care/{efa.pk}/")).status_code == 403


def test_the_timeline_says_that_it_was_recorded_never_what(
    case: Case, own: Officer, in_care: Callable[..., Care]
) -> None:
    in_care()
    entry = Entry.objects.get(case=case)
    assert (entry.kind, entry.facts) == ("care_recorded", {"child": "Efa Bevan"})
    assert "Recorded whether Efa Bevan is in care" in text_of(client_of(own), page_of(case, "timeline/"))
