"""What belongs to one order and stays with it: its letters, the numbers of its provisions, what the court
answers about it, and the orders that it hangs on (MON-LETTERS, MON-POWER, MON-DUTY, MON-CONTINUE)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from lles.casefile.changes.directions import record_order
from lles.casefile.changes.door import Barred, NeedsReason, Reasons
from lles.casefile.changes.living_together import TogetherSaid, record_living_together
from lles.casefile.models import Case, Document, Officer, Party
from lles.casefile.queries.orders_at_work import orders_at_work
from lles.casefile.tests.accepted import the_court_accepts
from lles.casefile.tests.pages import client_of, fill, summary_of
from lles.work.monitoring.changes.calls import plan_calls
from lles.work.monitoring.changes.documents import file_report, make_letters
from lles.work.monitoring.changes.order import Provided, record_answer
from lles.work.monitoring.models import Breach, Letters, Monitoring
from lles.work.monitoring.queries.facts import Request, findings_of, provisions_of
from lles.work.monitoring.queries.letters import Decided, untold
from lles.work.monitoring.queries.period import ceasing_of, period_of
from lles.work.monitoring.queries.report import Author
from lles.work.monitoring.queries.said import Next
from lles.work.monitoring.tests.conftest import SATURDAY, WEEKENDS, Record, Speak
from lles.work.monitoring.tests.test_documents import texts

LAST, CEASES = date(2026, 9, 3), date(2026, 8, 10)
Answers = Callable[..., None]


@pytest.fixture
def answers(own: Officer) -> Answers:
    """The court answers on a day; it is recorded at a moment."""

    def recorded(
        monitoring: Monitoring, answer: str, on: date, at: datetime, reasons: Reasons | None = None
    ) -> None:
        record_answer(
            case=monitoring.case, by=own, at=at, monitoring=monitoring, answer=answer, on=on, words="",
            language="en", reasons=reasons,
        )  # fmt: skip

    return recorded


def test_letters_of_one_order_leave_the_task_of_the_other(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    one = record()
    record_order(case=case, by=own, at=now, kind="monitoring", title="A second", made_on=date(2026, 3, 4))
    other = Monitoring.objects.latest("pk")
    other.months, other.terms_at, other.as_sealed = 6, now, True
    other.save()
    for monitoring, left in ((one, [0, 2]), (other, [0, 0])):
        told = [Decided(to) for to in untold(monitoring, "start")]
        make_letters(case=case, by=own, at=now, monitoring=monitoring, letter="start", decided=told)
        assert [len(untold(each, "start")) for each in (one, other)] == left


def test_letters_that_were_made_before_are_of_the_order_that_had_begun_last(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    monitoring = record()
    Document.objects.create(
        case=case, kind="monitoring_closing_letter", version=1, reader=mother.slug, party=mother,
        language="cy", file_name="x.pdf", sha256="0" * 64, made_by=own, made_at=now,
    )  # fmt: skip
    assert mother in [one.party for one in untold(monitoring, "closing")]
    before = import_module("lles.work.monitoring.migrations.0004_letters_made_before")
    with connection.schema_editor() as editor:
        before.letters_are_of_the_order_that_had_begun_last(apps, editor)
    assert Letters.objects.get().monitoring == monitoring
    assert mother not in [one.party for one in untold(monitoring, "closing")]


def test_a_provision_whose_words_are_put_right_keeps_its_number_and_what_was_said_of_it(
    record: Record, speak: Speak, own: Officer, father: Party
) -> None:
    monitoring = record()
    speak(monitoring, father, "not")
    better = WEEKENDS.replace("4pm", "5pm")
    record(provisions=[Provided("time_with", better, 1), Provided("time_with", "Each Christmas.", 7)])
    assert [(one.number, one.words) for one in provisions_of(monitoring)] == [
        (1, better),
        (2, "Each Christmas."),
    ]
    assert Breach.objects.get().provision in provisions_of(monitoring)
    page = f"/cases/{monitoring.case.reference}/monitoring/{monitoring.pk}/terms/"
    shown = client_of(own).get(page).content.decode()
    assert 'name="number-0" value="1"' in shown
    assert 'name="number-1" value="2"' in shown


def test_a_report_still_says_what_a_provision_was_that_the_court_took_out(
    record: Record, speak: Speak, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    monitoring = record()
    speak(monitoring, father, "not")
    record(provisions=[Provided("time_with", "Each Christmas.")])
    author = Author("It changed.", "en", child_to_parties=False, other_words="Yr un peth.")
    file_report(case=case, by=own, at=now, monitoring=monitoring, kind="interim", author=author)
    made = texts(case, "monitoring_interim_report")
    assert "(monitored until 4 March 2026)" in made["court en"]
    assert "(monitrwyd hyd 4 Mawrth 2026)" in made["court cy"]
    assert WEEKENDS in made["court en"]


def test_the_form_says_which_provision_is_put_right_and_asks_for_the_report_whose_days_it_has(
    record: Record, own: Officer, mother: Party
) -> None:
    monitoring, client = record(), client_of(own)
    page = f"/cases/{monitoring.case.reference}/monitoring/{monitoring.pk}/terms/"
    typed: dict[str, object] = {
        "number-0": "1", "words-0": "Each Sunday.", "kind-0": "time_with", "months": "6",
        f"limb-{mother.pk}": "time_with_another", "as_sealed": "no", "by_consent": "unknown",
        "is_excepted": "no", "language_of_words": "en", "report_within": "3",
        "arrangements_on-day": "4", "arrangements_on-month": "3", "arrangements_on-year": "2026",
    }  # fmt: skip
    assert "Tick the report on non-compliance" in summary_of(fill(client, page, **typed))
    typed["report_unit"] = "working_days"
    assert fill(client, page, **typed, reports=["breach"]).status_code == 302
    assert [(one.number, one.words) for one in monitoring.provisions.all()] == [(1, "Each Sunday.")]


@pytest.mark.parametrize(("on", "goes_on"), [(date(2026, 3, 6), True), (date(2026, 3, 18), False)])
def test_only_an_answer_of_the_day_of_the_report_or_later_answers_it(
    confirmed: Breach, answers: Answers, case: Case, own: Officer, on: date, goes_on: bool
) -> None:
    monitoring, at = confirmed.monitoring, datetime(2026, 3, 18, 10, tzinfo=UTC)
    author = Author("Both say the same.", "en", child_to_parties=False, other_words="Yr un peth.")
    file_report(case=case, by=own, at=at, monitoring=monitoring, kind="breach", author=author)
    the_court_accepts(case, own, at)
    answers(monitoring, "goes_on", on, datetime(2026, 3, 19, 10, tzinfo=UTC))
    found = [one.provision for one in findings_of(monitoring, date(2026, 3, 20))]
    assert ("MON-CONTINUE" in found) is goes_on


def test_an_answer_of_an_earlier_day_than_the_one_that_stands_takes_a_reason(
    record: Record, answers: Answers
) -> None:
    monitoring, at = record(), datetime(2026, 5, 4, 10, tzinfo=UTC)
    answers(monitoring, "ended", date(2026, 5, 1), at)
    with pytest.raises(NeedsReason) as asked:
        answers(monitoring, "goes_on", date(2026, 4, 1), at)
    assert [one.provision for one in asked.value.findings] == ["MON-DUTY"]
    assert period_of(monitoring) == (date(2026, 3, 4), date(2026, 5, 1))
    answers(monitoring, "goes_on", date(2026, 4, 1), at, {"MON-DUTY": "The end was recorded wrongly."})
    assert period_of(monitoring) == (date(2026, 3, 4), LAST)


def test_an_entry_of_our_own_without_a_child_arrangements_order_takes_a_reason(record: Record) -> None:
    with pytest.raises(NeedsReason) as asked:
        record(request=Request())
    assert [one.provision for one in asked.value.findings] == ["MON-POWER"]
    monitoring = record(request=Request(), reasons={"MON-POWER": "The court was asked."})
    assert "MON-POWER" in [one.provision for one in findings_of(monitoring, SATURDAY)]
    assert "MON-POWER" not in [one.provision for one in findings_of(record(as_sealed=True), SATURDAY)]


@pytest.mark.parametrize(
    ("kind", "both", "ceases"),
    [
        ("lives_at_different_times", False, False),
        ("lives_at_different_times", None, True),
        ("lives_at_different_times", True, True),
        ("time_with", False, True),
    ],
)
def test_what_is_about_living_alone_ceases_only_where_both_may_have_parental_responsibility(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, father: Party, kind: str,
    both: bool | None, ceases: bool,
) -> None:  # fmt: skip
    monitoring = record(provisions=[Provided(kind, "By turns.")], request=Request(date(2026, 1, 5)))
    said = TogetherSaid(mother, father, date(2026, 2, 10), None, both, "hearing", "court")
    record_living_together(case=case, by=own, at=now, said=said)
    assert (ceasing_of(monitoring, CEASES) is not None) is ceases
    (row,) = orders_at_work(own, date(2026, 8, 20)).ending
    assert (row.order.ends_on == LAST) is not ceases
    given: dict[str, Any] = {"case": case, "by": own, "at": now, "monitoring": monitoring, "party": mother}
    plan_calls(**given, planned=[Next(time(10), date(2026, 8, 9))])
    if not ceases:
        plan_calls(**given, planned=[Next(time(10), CEASES)])
        return
    with pytest.raises(NeedsReason) as asked:
        plan_calls(**given, planned=[Next(time(10), CEASES)])
    assert [one.provision for one in asked.value.findings] == ["S8-TOGETHER"]
    plan_calls(**given, planned=[Next(time(10), CEASES)], reasons={"S8-TOGETHER": "They have parted."})


def test_a_case_without_an_office_has_the_hours_of_the_officers_of_its_nation(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    monitoring = record()
    case.children.update(nation="wales")
    Case.objects.filter(pk=case.pk).update(office=None)
    given: dict[str, Any] = {"case": case, "by": own, "at": now, "monitoring": monitoring, "party": mother}
    with pytest.raises(Barred) as barred:
        plan_calls(**given, planned=[Next(time(22), on=date(2026, 3, 16))])
    assert barred.value.findings[0].provision == "MON-LIMITS"
    assert plan_calls(**given, planned=[Next(time(10), on=date(2026, 3, 16))])
