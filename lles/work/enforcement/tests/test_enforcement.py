"""An enforcement from the application to what the court finds: its tasks, what is warned of."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from lles.casefile import register
from lles.casefile.changes.checks import (
    Found,
    ask_check,
    open_checks,
    record_check_answer,
    set_check_aside,
)
from lles.casefile.changes.directions import Directed, lift_direction, record_order
from lles.casefile.models import Case, NoticeHad, Officer, Order, OrderTerms, Party
from lles.casefile.register import Event, Occasion
from lles.work.enforcement.changes.application import record_found
from lles.work.enforcement.models import Enforcement
from lles.work.enforcement.queries.facts import (
    alleged_of,
    findings_of,
    notices_of,
)
from lles.work.enforcement.queries.pages import shown
from lles.work.enforcement.queries.report import notes_of
from lles.work.enforcement.tests.recorded import MADE, alleges, notices, open_tasks, rules_of
from lles.work.enforcement.work import order_made

Record = Callable[..., Enforcement]


def test_an_order_that_is_recognised_opens_its_work(case: Case, service: Officer, now: datetime) -> None:
    order = Order.objects.create(case=case, court_key="c80", kind="enforcement", made_on=MADE)
    order_made(Occasion(Event.ORDER_MADE, case, service, now, {"order": order.pk, "kind": order.kind}))
    assert Enforcement.objects.get(case=case).order == order
    assert open_tasks(case) == {"application": None, "terms": None, "monitor": date(2027, 3, 3)}


def test_the_feed_names_it_by_a_code_and_a_person_by_its_title() -> None:
    assert register.kind_of_order("caEnforcementC80") == "enforcement"
    assert [
        kind.name
        for title in ("Enforcement of a child arrangements order (C80)", "C80", "Gorchymyn gorfodi")
        if (kind := register.perhaps_of_kind(title))
    ] == ["enforcement"] * 3
    assert register.kind_of_order("financialCompensationC82") == ""


def test_every_enforcement_order_opens_its_monitoring_with_a_why(ordered: Record, case: Case) -> None:
    ordered()
    assert open_tasks(case) == {"monitor": date(2027, 3, 3)}
    (task,) = case.tasks.filter(kind="enforcement.monitor")
    assert task.provision == "ENF-REPORT"
    assert task.due is not None


def test_the_order_answers_the_one_application_that_waits(ordered: Record, case: Case) -> None:
    assert ordered().order is not None
    assert Enforcement.objects.filter(case=case).count() == 1


def test_which_of_two_applications_an_order_answers_is_not_guessed(
    apply: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    first, second = apply(), apply(party=mother)
    record_order(case=case, by=own, at=now, kind="enforcement", title="C80", made_on=MADE)
    for one in (first, second):
        one.refresh_from_db()
        assert one.order is None
    assert Enforcement.objects.filter(case=case).exclude(order=None).count() == 1


def test_what_the_court_asks_is_answered_by_its_day(
    case: Case, own: Officer, now: datetime, father: Party
) -> None:
    asked = Directed("enforcement_information", due_on=date(2026, 3, 25), party=father)
    record_order(case=case, by=own, at=now, kind="", title="C21", made_on=MADE, directions=(asked,))
    enforcement = Enforcement.objects.get(case=case)
    assert (enforcement.order, enforcement.party) == (None, father)
    assert open_tasks(case) == {"application": None, "information": date(2026, 3, 25)}
    (direction,) = case.directions.filter(kind="enforcement_information")
    lift_direction(case=case, by=own, at=now, direction=direction, reason="The parties agreed.")
    assert "information" not in open_tasks(case)


def test_what_the_court_asks_joins_the_application_against_the_same_adult(
    apply: Record, case: Case, own: Officer, now: datetime, father: Party, mother: Party
) -> None:
    apply()
    for party, count in ((father, 1), (mother, 2)):
        asked = Directed("enforcement_information", due_on=date(2026, 3, 25), party=party)
        record_order(case=case, by=own, at=now, kind="", title="C21", made_on=MADE, directions=(asked,))
        assert Enforcement.objects.filter(case=case).count() == count


@pytest.mark.parametrize(
    ("about_on", "court_asks", "wanted"),
    [
        (date(2025, 11, 20), None, False),
        (date(2025, 11, 19), None, True),
        (date(2025, 12, 1), True, True),
        (None, True, True),
    ],
)
def test_checks_are_asked_for_afresh_where_the_order_is_old_or_the_court_asks(
    apply: Record, case: Case, own: Officer, now: datetime, about_on: date | None,
    court_asks: bool | None, wanted: bool,
) -> None:  # fmt: skip
    enforcement = apply(about_on=about_on, court_asks=court_asks)
    assert ("checks" in open_tasks(case)) is wanted
    assert ("ENF-CHECKS" in rules_of(enforcement)) is wanted
    if wanted:
        assert open_tasks(case)["checks"] == date(2026, 3, 20)
        first, *others = case.checks.all()
        for one in others:
            set_check_aside(case=case, by=own, at=now, check=one, reason="Known already.")
            assert "checks" in open_tasks(case)
        ask_check(case=case, by=own, at=now, check=first, body="north-wales", asked_on=MADE)
        first.refresh_from_db()
        record_check_answer(
            case=case, by=own, at=now, check=first, found=[Found("nothing_known")],
            identified_by=("name", "date_of_birth"), received_on=MADE,
        )  # fmt: skip
        assert "checks" not in open_tasks(case)
        assert "ENF-CHECKS" not in rules_of(enforcement)


@pytest.mark.parametrize(("varied_on", "wanted"), [(date(2026, 2, 19), False), (date(2026, 2, 20), True)])
def test_only_a_variation_before_the_application_makes_the_order_younger(
    apply: Record, case: Case, varied_on: date, wanted: bool
) -> None:
    enforcement = apply(about_on=date(2025, 11, 19), varied_on=varied_on)
    assert ("checks" in open_tasks(case)) is wanted
    assert ("ENF-CHECKS" in rules_of(enforcement)) is wanted


@pytest.mark.parametrize(("unknown", "asks"), [("about_on", None), ("issued_on", False), ("about_on", True)])
def test_it_is_warned_of_where_nobody_knows_whether_checks_are_fresh(
    apply: Record, case: Case, unknown: str, asks: bool | None
) -> None:
    enforcement = apply(court_asks=asks, **{unknown: None})
    found = [one for one in findings_of(enforcement, MADE) if one.provision == "ENF-CHECKS"]
    assert [one.warns for one in found] == [not asks]
    assert ("checks" in open_tasks(case)) is bool(asks)


def test_fresh_checks_open_by_themselves_where_earlier_ones_were_answered(
    apply: Record, case: Case, own: Officer, now: datetime
) -> None:
    open_checks(case=case, by=own, at=now - timedelta(days=90))
    known = case.checks.count()
    for one in case.checks.all():
        set_check_aside(case=case, by=own, at=now - timedelta(days=80), check=one, reason="Known already.")
    apply()
    assert case.checks.count() == known
    apply(about_on=date(2025, 11, 19))
    assert case.checks.count() == 2 * known


def test_checks_are_counted_from_the_last_variation(apply: Record, case: Case) -> None:
    apply(about_on=date(2025, 6, 2), varied_on=date(2025, 11, 20))
    assert "checks" not in open_tasks(case)
    apply(about_on=date(2025, 6, 2), varied_on=date(2025, 11, 19))
    assert "checks" in open_tasks(case)


def test_the_page_tells_until_when_the_court_lists_what_waits_for_an_order(
    apply: Record, case: Case, own: Officer, now: datetime
) -> None:
    enforcement, listed = apply(), (date(2026, 3, 20), "ENF-LIST")
    assert listed in [(one.on, one.rule) for one in shown(enforcement, MADE).days]
    record_order(case=case, by=own, at=now, kind="enforcement", title="C80", made_on=MADE)
    enforcement.refresh_from_db()
    assert listed not in [(one.on, one.rule) for one in shown(enforcement, MADE).days]


def test_a_failure_stays_alleged_until_the_court_finds_otherwise(
    apply: Record, own: Officer, now: datetime
) -> None:
    enforcement = apply()
    alleges(enforcement, own, now)
    (one,) = alleged_of(enforcement)
    assert one.state == "alleged"
    for outcome in ("breach", "excuse"):
        record_found(case=enforcement.case, by=own, at=now, alleged=one.row, outcome=outcome, on=MADE)
        assert alleged_of(enforcement)[0].state == outcome


@pytest.mark.parametrize(
    ("notice", "against"),
    [
        (date(2026, 3, 3), []),
        (date(2026, 3, 4), ["notes"]),
        (date(2026, 3, 5), ["warns"]),
        (None, ["warns"]),
    ],
)
def test_a_failure_before_the_notice_is_warned_of(
    apply: Record, own: Officer, now: datetime, father: Party, notice: date | None, against: list[str]
) -> None:
    enforcement = apply()
    alleges(enforcement, own, now)
    if notice is not None:
        notices(enforcement, own, now, father, notice)
    found = alleged_of(enforcement)[0].findings
    assert [one.weight.value for one in found if one.provision == "ENF-NOTICE"] == against


def test_the_last_notice_before_a_failure_counts_where_the_order_was_varied(
    apply: Record, own: Officer, now: datetime, father: Party
) -> None:
    enforcement = apply(varied_on=date(2026, 2, 2))
    alleges(enforcement, own, now)
    notices(enforcement, own, now, father, date(2026, 1, 5))
    assert [one.provision for one in alleged_of(enforcement)[0].findings] == ["ENF-NOTICE"]
    notices(enforcement, own, now, father, date(2026, 2, 9))
    assert alleged_of(enforcement)[0].findings == ()


def test_the_notice_of_somebody_else_does_not_count(
    apply: Record, own: Officer, now: datetime, mother: Party
) -> None:
    enforcement = apply()
    alleges(enforcement, own, now)
    notices(enforcement, own, now, mother, date(2026, 1, 5))
    assert [one.provision for one in alleged_of(enforcement)[0].findings] == ["ENF-NOTICE"]


def test_a_failure_before_eighteen_is_warned_of(
    apply: Record, own: Officer, now: datetime, father: Party
) -> None:
    Party.objects.filter(pk=father.pk).update(born_on=date(2008, 3, 5))
    father.refresh_from_db()
    enforcement = apply()
    for on in (MADE, MADE + timedelta(days=1)):
        alleges(enforcement, own, now, on)
    young, grown = alleged_of(enforcement)
    assert "ENF-AGE" in [one.provision for one in young.findings]
    assert "ENF-AGE" not in [one.provision for one in grown.findings]


def test_an_order_without_its_warning_notice_is_warned_of(apply: Record) -> None:
    assert "S8-WARN" in rules_of(apply(is_attached=False))
    assert "S8-WARN" not in rules_of(apply(is_attached=True))
    assert "S8-WARN" not in rules_of(apply(is_attached=None))


def recorded_order(case: Case, own: Officer, made_on: date, title: str = "Child arrangements order") -> Order:
    """An order of the case that somebody recorded."""
    return record_order(case=case, by=own, at=timezone.now(), kind="", title=title, made_on=made_on)


@pytest.mark.parametrize(
    ("carries", "on", "warned"),
    [
        (False, date(2025, 12, 1), True),
        (True, date(2025, 12, 1), False),
        (None, date(2025, 12, 1), False),
        (False, date(2025, 12, 2), False),
    ],
)
def test_whether_the_notice_is_attached_is_known_from_the_order_itself(
    case: Case, own: Officer, now: datetime, apply: Record, carries: bool | None, on: date, warned: bool
) -> None:
    order, enforcement = recorded_order(case, own, on), apply(is_attached=None)
    OrderTerms.objects.create(order=order, carries_notice=carries, by=own, at=now)
    assert ("S8-WARN" in rules_of(enforcement)) == warned
    assert "S8-WARN" not in rules_of(apply(enforcement, is_attached=True))


@pytest.mark.parametrize(
    ("title", "made_on", "counts"),
    [
        ("Child arrangements order", date(2025, 12, 1), True),
        ("Child arrangements order", date(2025, 12, 2), False),
        ("Prohibited steps order", date(2025, 12, 1), False),
    ],
)
def test_a_notice_that_was_recorded_with_the_order_counts_before_a_failure(
    case: Case, apply: Record, own: Officer, now: datetime, father: Party, title: str, made_on: date,
    counts: bool,
) -> None:  # fmt: skip
    enforcement = apply()
    alleges(enforcement, own, now)
    order = recorded_order(case, own, made_on, title)
    NoticeHad.objects.create(order=order, party=father, way="served", on=date(2026, 1, 5), by=own, at=now)
    assert [one.provision for one in alleged_of(enforcement)[0].findings] == (
        [] if counts else ["ENF-NOTICE"]
    )
    assert len(notices_of(enforcement)) == counts
    told = [one.en for one in notes_of(enforcement, is_protected=True)]
    assert ("Gareth Bevan had the warning notice on 5 January 2026." in told) == counts
