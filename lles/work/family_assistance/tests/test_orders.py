"""A family assistance order proposed, made and recorded: the rows, the one line, the tasks and their days."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.directions import Directed
from lles.casefile.changes.door import Barred, NeedsReason, NotAllowed, Stale
from lles.casefile.models import Case, Officer, Order, Party
from lles.casefile.register import Event, Occasion
from lles.casefile.tests.pages import client_of, text_of
from lles.work.family_assistance.changes.order import Naming, Terms, propose_assistance, record_terms
from lles.work.family_assistance.changes.plan import record_work
from lles.work.family_assistance.changes.said import record_consent, record_heard
from lles.work.family_assistance.models import Assistance, NamedOne
from lles.work.family_assistance.queries.facts import CONTACT, REPORT, VISITS, last_day_of, live_directions
from lles.work.family_assistance.queries.findings import findings_of
from lles.work.family_assistance.work import order_made

Record = Callable[..., Assistance]
MADE = date(2026, 3, 4)


def open_tasks(case: Case) -> dict[str, date | None]:
    found = case.tasks.filter(kind__startswith="family_assistance.", ended_at=None)
    return {task.kind.split(".")[1]: task.due_on for task in found}


def provisions(assistance: Assistance) -> list[str]:
    return [one.provision for one in findings_of(assistance)]


def test_an_order_that_is_keyed_opens_its_work_with_its_days(made: Assistance, case: Case) -> None:
    assert last_day_of(made) == date(2027, 3, 3)
    assert open_tasks(case) == {
        "terms": None,
        "plan": None,
        "review": date(2026, 9, 2),
        "end": date(2027, 3, 3),
    }
    assert case.entries.filter(kind="family_assistance_made").count() == 1


def test_an_order_of_the_feed_is_kept_as_the_court_wrote_it(
    case: Case, service: Officer, own: Officer, now: datetime
) -> None:
    order = Order.objects.create(case=case, court_key="c42", kind="family_assistance", made_on=MADE)
    order_made(Occasion(Event.ORDER_MADE, case, service, now, {"order": order.pk, "kind": order.kind}))
    assistance = Assistance.objects.get(order=order)
    assert assistance.as_sealed
    Assistance.objects.update(ends_on=date(2027, 3, 4))
    assistance.refresh_from_db()
    assert last_day_of(assistance) == date(2027, 3, 3)
    assert "FAO-DURATION-MAX" in provisions(assistance)


def test_what_was_proposed_becomes_the_order(
    case: Case, own: Officer, service: Officer, now: datetime, made: Assistance
) -> None:
    second = propose_assistance(case=case, by=own, at=now)
    with pytest.raises(Stale):
        propose_assistance(case=case, by=own, at=now)
    order = Order.objects.create(case=case, court_key="c42-2", kind="family_assistance", made_on=MADE)
    order_made(Occasion(Event.ORDER_MADE, case, service, now, {"order": order.pk, "kind": order.kind}))
    second.refresh_from_db()
    assert second.order == order
    assert case.assistances.count() == 2


def test_what_the_order_says_ends_that_task_and_asks_for_the_consents(record: Record, case: Case) -> None:
    assistance = record(months=6)
    assert last_day_of(assistance) == date(2026, 9, 3)
    tasks = case.tasks.filter(kind="family_assistance.consent", ended_at=None)
    assert {task.party.first_name for task in tasks if task.party} == {"Siân", "Gareth"}
    assert "terms" not in open_tasks(case)
    line = case.entries.get(kind="family_assistance_terms")
    first, *others = (part["kind"] for part in line.facts["more"])
    assert (first, others) == ("family_assistance_last_day", ["family_assistance_names"] * 3)


def test_somebody_outside_the_statute_is_refused(record: Record, father: Party) -> None:
    with pytest.raises(Barred) as barred:
        record(named=(Naming("other", father),))
    assert barred.value.findings[0].provision == "FAO-NAMED"
    assert not NamedOne.objects.exists()


def test_a_day_too_long_is_refused_unless_the_sealed_order_says_it(record: Record) -> None:
    with pytest.raises(Barred):
        record(ends_on=date(2027, 3, 4))
    with pytest.raises(NeedsReason):
        record(ends_on=date(2027, 3, 4), as_sealed=True)
    why = {"FAO-DURATION-MAX": "The seal says so; the court was told."}
    assistance = record(ends_on=date(2027, 3, 4), as_sealed=True, reasons=why)
    assert (assistance.ends_on, last_day_of(assistance)) == (date(2027, 3, 4), date(2027, 3, 3))


def test_an_authority_needs_a_ground(record: Record) -> None:
    more = {"supplier": "authority", "authority": "newport", "authority_name": "Newport"}
    with pytest.raises(Barred) as barred:
        record(**more, authority_basis="none")
    assert barred.value.findings[0].provision == "FAO-LA"
    assert record(**more, authority_basis="agrees").authority == "newport"


def test_help_with_contact_needs_an_order_about_time(record: Record) -> None:
    with pytest.raises(Barred):
        record(directs=(Directed(CONTACT),))
    help_ = {"directs": (Directed(CONTACT),), "arrangements_from": MADE, "arrangements_say_time": True}
    assert [one.kind for one in live_directions(record(**help_))] == [CONTACT]


def test_a_directed_report_is_due_on_its_day_or_else_on_the_last(
    record: Record, case: Case, father: Party, own: Officer, now: datetime
) -> None:
    record(months=6, directs=(Directed(REPORT),), arrangements_from=MADE)
    assert open_tasks(case)["report"] == date(2026, 9, 3)
    record(months=6, directs=(Directed(REPORT, due_on=date(2026, 7, 13)),), arrangements_from=MADE)
    assert open_tasks(case)["report"] == date(2026, 7, 13)
    record_work(
        case=case, by=own, at=now + timedelta(days=1), assistance=case.assistances.get(), kind="reported",
        on=MADE, words="Sent.", language="en",
    )  # fmt: skip
    assert "report" not in open_tasks(case)
    taken_back = {"DIR-RECORD": "By the order of 9 April."}
    record(months=6, directs=(Directed(VISITS, party=father),), reasons=taken_back)
    assert "report" not in open_tasks(case)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "but the last day of the order is"), ("cy", "ond diwrnod olaf y gorchymyn yw")],
)
def test_a_report_directed_after_the_last_day_takes_a_reason_and_stands_on_the_page(
    record: Record, own: Officer, language: str, said: str
) -> None:
    late = {"months": 6, "directs": (Directed(REPORT, due_on=date(2026, 9, 4)),), "arrangements_from": MADE}
    with pytest.raises(NeedsReason) as asked:
        record(**late)
    assert [one.provision for one in asked.value.findings] == ["FAO-REPORT"]
    assistance = record(**late, reasons={"FAO-REPORT": "So says the order."})
    page = f"/cases/{assistance.case.reference}/family-assistance/{assistance.pk}/"
    assert said in text_of(client_of(own, language), page)


def consent(assistance: Assistance, own: Officer, now: datetime, party: Party, answer: str, on: date) -> None:
    record_consent(
        case=assistance.case, by=own, at=now, assistance=assistance, party=party, answer=answer, on=on,
        way="telephone", taken_by="Own", words="Iawn.", language="cy",
    )  # fmt: skip


def test_a_sealed_order_without_our_record_of_consent_is_taken_as_made_with_a_warning(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    assistance = record()
    assert provisions(assistance).count("FAO-CONSENT") == 2
    consent(assistance, own, now, mother, "given", date(2026, 3, 2))
    (task,) = case.tasks.filter(kind="family_assistance.consent", ended_at=None)
    assert task.party == father
    consent(assistance, own, now, father, "given", date(2026, 3, 5))
    assert provisions(assistance).count("FAO-CONSENT") == 1
    task.refresh_from_db()
    assert task.outcome == "done", "he has answered, and nothing is left to find out"
    assert last_day_of(assistance) is not None


def test_consent_that_is_taken_back_warns_and_ends_nothing(
    record: Record, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    assistance = record()
    for party in (mother, father):
        consent(assistance, own, now, party, "given", MADE)
    consent(assistance, own, now, father, "withdrawn", date(2026, 6, 1))
    assert "FAO-WITHDRAW" in provisions(assistance)
    assert "FAO-CONSENT" not in provisions(assistance)
    assert last_day_of(assistance) == date(2027, 3, 3)
    assert assistance.consents.count() == 3
    with pytest.raises(DatabaseError), transaction.atomic():
        assistance.consents.update(answer="given")


@pytest.mark.parametrize(("on", "is_refused"), [(date(2026, 3, 2), True), (MADE, False)])
def test_consent_cannot_be_taken_back_before_it_was_given(
    record: Record, own: Officer, now: datetime, mother: Party, father: Party, on: date, is_refused: bool
) -> None:
    assistance = record()
    for party in (mother, father):
        consent(assistance, own, now, party, "given", MADE)
    if not is_refused:
        consent(assistance, own, now, father, "withdrawn", on)
        return
    with pytest.raises(Barred) as barred:
        consent(assistance, own, now, father, "withdrawn", on)
    (found,) = barred.value.findings
    assert found.provision == "FAO-WITHDRAW"
    assert "consented on Wednesday 4 March 2026" in found.says.en
    assert "ar 4 Mawrth 2026" in found.says.cy
    assert "FAO-CONSENT" not in provisions(assistance)
    assert assistance.consents.count() == 2


def test_the_view_of_a_child_is_asked_for_until_it_is_written_down(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    assistance, efa = record(), case.children.get(first_name="Efa")
    assert "FAO-CHILD-NOCONSENT" in provisions(assistance)
    record_heard(
        case=case, by=own, at=now, assistance=assistance, child=efa, about="view", on=MADE,
        words="Dw i eisiau help.", language="cy",
    )  # fmt: skip
    assert "FAO-CHILD-NOCONSENT" not in provisions(assistance)
    assert "help" not in str(case.entries.get(kind="family_heard").facts)


def test_only_who_works_on_the_case_records(
    made: Assistance, case: Case, now: datetime, mother: Party, teammate: Officer, stranger: Officer
) -> None:
    for other in (teammate, stranger):
        with pytest.raises(NotAllowed):
            consent(made, other, now, mother, "given", MADE)


def test_nobody_gives_a_recorded_order_a_later_end_but_the_sealed_order(record: Record) -> None:
    record(months=6)
    with pytest.raises(Barred, match="cannot be given a later end here"):
        record(months=12)
    with pytest.raises(NeedsReason, match="The court set a later end"):
        record(months=12, as_sealed=True)
    assert record(months=3).months == 3, "a shorter period is no extension"


def test_no_order_longer_than_the_statute_allows_is_proposed(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    proposed = propose_assistance(case=case, by=own, at=now)
    named = (Naming("parent", mother),)
    with pytest.raises(Barred):
        record_terms(case=case, by=own, at=now, assistance=proposed, terms=Terms(named, "service", months=24))
    record_terms(case=case, by=own, at=now, assistance=proposed, terms=Terms(named, "service", months=12))
