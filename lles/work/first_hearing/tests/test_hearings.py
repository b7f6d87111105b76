"""A hearing recorded while it happens: what it opens, what it announces, how it is put right; its pages."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from django.db import DatabaseError, transaction

from lles.casefile import register
from lles.casefile.changes.directions import Directed
from lles.casefile.changes.door import NeedsReason, NotAllowed, Stale
from lles.casefile.models import Case, Entry, Hearing, Officer, Order, Party
from lles.casefile.register import Event, Occasion, Work
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.casefile.timeline import read
from lles.law.bilingual import Language, Text, day_in_words
from lles.work.first_hearing.changes.hearings import Happened, Next, Ordered, correct_record, record_hearing
from lles.work.first_hearing.models import HearingRecord
from lles.work.first_hearing.queries.orders import DIRECTION

HELD = datetime(2026, 3, 3, 10, tzinfo=UTC)
DUE = date(2026, 7, 13)
REPORT = Directed("section_7_report", due_on=DUE, paragraph="5")
NAME = Text(en="Throw-away", cy="Dros dro")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Occasion]:
    """What a piece of work is told of hearings that were held."""
    told: list[Occasion] = []
    work = Work("throw_away", NAME, on={Event.HEARING_HELD: told.append})
    monkeypatch.setattr(register, "_entered", {**register._entered, "throw_away": work})
    return told


@pytest.fixture
def hearing(case: Case) -> Hearing:
    """A first hearing of which the court's feed told, on the day before."""
    return Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FHR", starts_at=HELD)


@pytest.fixture
def page(case: Case, hearing: Hearing) -> str:
    return f"/cases/{case.reference}/hearings/{hearing.pk}/record/"


def happened(ends: bool = False, **more: object) -> Happened:
    return Happened(ends, "en", **more)  # type: ignore[arg-type]  # named by a mapping


def test_it_writes_the_record_orders_the_work_and_lists_the_next_hearing(
    case: Case, hearing: Hearing, own: Officer, mother: Party, now: datetime, heard: list[Occasion]
) -> None:
    said_there = happened(attendance={str(mother.pk): "spoken"}, advice="A report is needed.")
    following = Next("ABA5-DRA", datetime(2026, 8, 3, 9, tzinfo=UTC))
    ordered = Ordered("", (REPORT,))
    record = record_hearing(
        case=case, by=own, at=now, hearing=hearing, happened=said_there, following=following, ordered=ordered
    )
    assert record.order is not None
    assert (record.order.made_on, record.order.hearing_keys) == (HELD.date(), ["h"])
    assert record.next_hearing == case.hearings.get(type_code="ABA5-DRA")
    assert case.tasks.get(kind=DIRECTION).due_on == date(2026, 7, 13)
    assert [one.about for one in heard] == [{"hearing": hearing.pk, "ends_involvement": False}]
    entry = Entry.objects.get(case=case, kind="hearing_held")
    assert "report is needed" not in str(entry.facts)


def test_an_involvement_that_ends_is_said_by_the_order_too(
    case: Case, hearing: Hearing, own: Officer, now: datetime, heard: list[Occasion]
) -> None:
    record = record_hearing(
        case=case, by=own, at=now, hearing=hearing, happened=happened(ends=True),
    )  # fmt: skip
    assert record.order is not None
    assert record.order.ends_involvement is True
    assert heard[-1].about["ends_involvement"] is True


@pytest.mark.parametrize(("language", "called"), [("en", "First Hearing"), ("cy", "Gwrandawiad Cyntaf")])
def test_an_order_made_at_a_hearing_is_called_by_it_in_the_language_of_the_page(
    case: Case, hearing: Hearing, own: Officer, page: str, language: Language, called: str
) -> None:
    recorder = client_of(own, "cy" if language == "en" else "en")
    typed = {"kind-0": "section_7_report", **day("due_on-0", DUE), "ends_involvement": "no"}
    assert fill(recorder, f"{page}write/", **there(case, "absent"), **typed).status_code == 302
    client, order = client_of(own, language), case.orders.get()
    text = text_of(client, f"/cases/{case.reference}/orders/")
    assert re.search(rf'id="order-{order.pk}"><span[^>]*>{called}</span>', text)
    amend = f"/cases/{case.reference}/orders/directions/{case.directions.get().pk}/amend/"
    assert f"{called}, {day_in_words(HELD.date(), language)}" in text_of(client, amend)
    entry = Entry.objects.get(case=case, kind="order_recorded")
    assert read(entry.kind, entry.facts, language)[0].endswith(f": {called}")


@pytest.mark.parametrize(("language", "said_there"), [("en", "Was not there"), ("cy", "Heb fod yno")])
def test_how_somebody_took_part_begins_as_every_other_choice_does(
    own: Officer, page: str, language: str, said_there: str
) -> None:
    assert said_there in text_of(client_of(own, language), f"{page}write/")


def test_the_page_asks_whether_the_order_that_was_made_is_final_and_has_chosen_nothing(
    case: Case, hearing: Hearing, own: Officer, page: str
) -> None:
    client = client_of(own)
    asked = text_of(client, f"{page}write/").split('name="is_final"')
    assert len(asked) == 4
    assert not any("checked" in one.split(">")[0] for one in asked[1:])
    typed = {"is_final": "yes", "ends_involvement": "no"}
    assert fill(client, f"{page}write/", **there(case, "absent"), **typed).status_code == 302
    assert case.orders.get().is_final is True


def test_a_final_order_that_is_ticked_is_the_one_that_the_court_sent_of_that_hearing(
    case: Case, hearing: Hearing, own: Officer, page: str
) -> None:
    made_on, keys = HELD.date(), [hearing.court_key]
    Order.objects.create(case=case, court_key="c-1", kind="", made_on=made_on, hearing_keys=keys)
    Order.objects.create(case=case, court_key="c-2", kind="", made_on=made_on, hearing_keys=["another"])
    typed = {"is_final": "yes", "ends_involvement": "no"}
    answer = fill(client_of(own), f"{page}write/", **there(case, "absent"), **typed)
    assert answer.status_code == 302
    said_final = dict(case.orders.values_list("court_key", "is_final"))
    assert said_final == {"c-1": True, "c-2": None}


@pytest.mark.parametrize(
    ("language", "asks"), [("en", "Select which order it is"), ("cy", "Dewiswch pa orchymyn ydyw")]
)
@pytest.mark.parametrize(("which", "final"), [("second", ["c-2"]), ("another", ["keyed"])])
def test_of_several_orders_that_the_court_sent_of_that_hearing_somebody_says_which_it_is(
    case: Case, hearing: Hearing, own: Officer, page: str, which: str, final: list[str], language: str,
    asks: str,
) -> None:  # fmt: skip
    for key in ("c-1", "c-2"):
        Order.objects.create(
            case=case, court_key=key, kind="", made_on=HELD.date(), hearing_keys=[hearing.court_key]
        )
    client, typed = client_of(own, language), {"is_final": "yes", "ends_involvement": "no"}
    assert asks in said(fill(client, f"{page}write/", **there(case, "absent"), **typed))
    assert not case.orders.filter(is_final=True).exists()
    chosen = str(Order.objects.get(court_key="c-2").pk) if which == "second" else which
    answer = fill(client, f"{page}write/", **there(case, "absent"), **typed, which_order=chosen)
    assert answer.status_code == 302
    found = case.orders.filter(is_final=True).values_list("court_key", flat=True)
    assert ["keyed" if one not in ("c-1", "c-2") else one for one in found] == final


def test_a_hearing_that_orders_nothing_leaves_no_order(
    case: Case, hearing: Hearing, own: Officer, now: datetime
) -> None:
    record_hearing(case=case, by=own, at=now, hearing=hearing, happened=happened())
    assert not Order.objects.exists()


def test_a_correction_is_a_new_row_and_the_old_one_stays(
    case: Case, hearing: Hearing, own: Officer, now: datetime, heard: list[Occasion]
) -> None:
    first = record_hearing(case=case, by=own, at=now, hearing=hearing, happened=happened(advice="None."))
    new = correct_record(case=case, by=own, at=now, record=first, happened=happened(advice="A report."))
    assert (new.corrects, HearingRecord.objects.count(), len(heard)) == (first, 2, 2)
    with pytest.raises(Stale):
        correct_record(case=case, by=own, at=now, record=first, happened=happened())
    with pytest.raises(Stale):
        record_hearing(case=case, by=own, at=now, hearing=hearing, happened=happened())
    with pytest.raises(DatabaseError), transaction.atomic():
        HearingRecord.objects.update(advice="Nothing.")


def test_a_correction_that_our_involvement_goes_on_asks_nobody_any_more_to_close(
    case: Case, hearing: Hearing, own: Officer, now: datetime
) -> None:
    ends, goes_on = (replace(happened(), ends_involvement=one) for one in (True, False))
    record = record_hearing(case=case, by=own, at=now, hearing=hearing, happened=ends)
    closing = case.tasks.filter(kind="closing.close", ended_at=None)
    assert closing.exists()
    correct_record(case=case, by=own, at=now, record=record, happened=goes_on)
    assert not closing.exists()
    assert case.orders.get().ends_involvement is False


def test_what_was_agreed_needs_its_reasons_in_a_correction_too(
    case: Case, hearing: Hearing, own: Officer, now: datetime
) -> None:
    record = record_hearing(case=case, by=own, at=now, hearing=hearing, happened=happened())
    agreed = happened(agreed="They agree all.")
    with pytest.raises(NeedsReason) as asked:
        correct_record(case=case, by=own, at=now, record=record, happened=agreed)
    reasons = {one.provision: "The court heard them." for one in asked.value.findings}
    assert "DA-CONSENTORDER" in reasons
    new = correct_record(case=case, by=own, at=now, record=record, happened=agreed, reasons=reasons)
    correct_record(case=case, by=own, at=now, record=new, happened=replace(agreed, advice="None."))


def test_a_dispute_resolution_appointment_before_the_report_takes_a_reason(
    case: Case, hearing: Hearing, own: Officer, now: datetime
) -> None:
    given = {
        "case": case, "by": own, "at": now, "hearing": hearing, "happened": happened(),
        "following": Next("ABA5-DRA", datetime(2026, 7, 1, 9, tzinfo=UTC)),
        "ordered": Ordered("", (REPORT,)),
    }  # fmt: skip
    with pytest.raises(NeedsReason):
        record_hearing(**given)  # type: ignore[arg-type]  # named by a mapping
    record_hearing(**given, reasons={"DRA-MARK": "The court chose the day."})  # type: ignore[arg-type]  # the same
    assert case.hearings.filter(type_code="ABA5-DRA").exists()


def test_only_who_works_on_the_case_records_it(
    case: Case, hearing: Hearing, teammate: Officer, stranger: Officer, now: datetime
) -> None:
    for other in (teammate, stranger):
        with pytest.raises(NotAllowed):
            record_hearing(case=case, by=other, at=now, hearing=hearing, happened=happened())


def there(case: Case, how: str = "spoken") -> dict[str, str]:
    return {f"there-{pk}": how for pk in case.parties.values_list("pk", flat=True)}


@pytest.mark.usefixtures("heard")
def test_a_hearing_is_recorded_and_read_on_its_pages(
    case: Case, hearing: Hearing, own: Officer, mother: Party, page: str
) -> None:
    client, orders = client_of(own), f"/cases/{case.reference}/orders/"
    assert f"{page}write/" in text_of(client, orders)
    assert "not privileged" in text_of(client, f"{page}write/")
    typed = {
        **there(case), "advice": "A report is needed.", "agreed": "Efa telephones on Sundays.",
        "agreed_by": [str(mother.pk)], "kind-0": "section_7_report", **day("due_on-0", date(2026, 7, 13)),
        "next_type": "ABA5-DRA", **day("next_on", date(2026, 8, 3)), "next_at": "10am",
        "ends_involvement": "no",
    }  # fmt: skip
    asked = fill(client, f"{page}write/", **typed)
    assert "does not have the safeguarding letter" in said(asked)
    assert "Efa telephones on Sundays." in said(asked)
    assert not HearingRecord.objects.exists()
    typed["reason-DA-CONSENTORDER"] = "It is about telephone calls alone."
    answer = fill(client, f"{page}write/", **typed)
    assert answer.status_code == 302, summary_of(answer)
    assert case.directions.get().due_time is None
    text = text_of(client, page)
    for words in (
        "A report is needed.",
        "Agreed by Siân Morris",
        "was there, and I spoke with them",
        "goes on",
    ):
        assert words in text
    assert client.get(f"{page}write/").status_code == 404
    assert "yn bresennol" in text_of(client_of(own, "cy"), page)
    corrected = {**there(case, "absent"), "ends_involvement": "no"}
    assert fill(client, f"{page}correct/", **corrected).status_code == 302
    assert "As it was recorded on" in text_of(client, page)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"agreed": "Something."}, "Select who agreed it"),
        ({"next_type": "ABA5-DRA"}, "Enter the day of the next hearing"),
        ({**day("next_on", date(2026, 8, 3)), "next_at": "10am"}, "Select what kind of hearing is next"),
        (
            {"next_type": "ABA5-DRA", **day("next_on", date(2026, 3, 1)), "next_at": "10am"},
            "cannot be before",
        ),
        ({"kind-0": "section_7_report", **day("due_on-0", date(2026, 3, 1))}, "before the order was made"),
    ],
)
def test_it_says_what_is_missing(
    case: Case, own: Officer, page: str, typed: dict[str, str], says: str
) -> None:
    answer = fill(client_of(own), f"{page}write/", **{**there(case), "ends_involvement": "no", **typed})
    assert says in summary_of(answer)
    assert not HearingRecord.objects.exists()


def test_a_hearing_that_is_still_to_come_is_not_recorded(case: Case, own: Officer, page: str) -> None:
    Hearing.objects.update(starts_at=datetime.combine(date(2090, 1, 2), time(10), UTC))
    client = client_of(own)
    assert client.get(f"{page}write/").status_code == client.get(page).status_code == 404
    assert "Hearings until today" not in said(client.get(f"/cases/{case.reference}/orders/"))
