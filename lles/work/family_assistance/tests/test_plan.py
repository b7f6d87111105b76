"""The opinion, the plan and the work of an order: what is asked, refused and kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.models import Case, Officer, Party, Task
from lles.casefile.queries.work import asked_for as open_on
from lles.casefile.register import task_kinds_that_come_first
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.law.jurisdiction import Nation
from lles.work.family_assistance.changes.opinion import Advice, give_opinion
from lles.work.family_assistance.changes.plan import (
    Issue,
    PlanSays,
    Step,
    record_work,
    tell_plan,
    write_plan,
)
from lles.work.family_assistance.models import Assistance, Plan, Worked
from lles.work.family_assistance.queries.facts import assistances_of, complete_plan
from lles.work.family_assistance.queries.findings import findings_of
from lles.work.family_assistance.queries.pages import shown
from lles.work.family_assistance.rules import questions_of_suitability
from lles.work.family_assistance.tests.conftest import checked, typed_checks

Record = Callable[..., Assistance]
MADE = date(2026, 3, 4)
QUESTIONS = tuple(questions_of_suitability(Nation.WALES, MADE))
ADVICE = Advice(
    MADE, "written", "wales", "officer", is_best=True, best_interests="Efa would be calmer.",
    operation="The officer meets each parent monthly.", months=6, better_than_none="Nobody else can help.",
    suitable=dict.fromkeys(QUESTIONS, "Yes."),
)  # fmt: skip
PLAN = PlanSays(
    (Issue(1, "Handovers.", "Efa is calm."),),
    (Step(1, "A weekly call.", "conversation", "officer", "agreed"),),
    "By telephone, monthly.", "At the office in May.", "review", None, "If a handover fails twice.",
)  # fmt: skip


@pytest.fixture
def plan(record: Record, case: Case, own: Officer, now: datetime) -> Callable[..., Plan]:
    """Writes a version of the plan of an order of six months."""
    assistance = record(months=6)

    def written(complete: bool = True, reasons: dict[str, str] | None = None, **more: object) -> Plan:
        says = replace(checked(assistance, PLAN), **more)  # type: ignore[arg-type]  # named by a mapping
        return write_plan(
            case=case, by=own, at=now, assistance=assistance, says_=says, complete=complete, reasons=reasons
        )

    return written


def asked_for(case: Case, on: date = MADE) -> set[str]:
    """What family assistance asks for on a day."""
    found = case.tasks.filter(open_on(on), kind__startswith="family_assistance.")
    return {task.kind.split(".")[1] for task in found}


def work(assistance: Assistance, own: Officer, now: datetime, kind: str, on: date, **more: object) -> Worked:
    return record_work(
        case=assistance.case, by=own, at=now, assistance=assistance, kind=kind, on=on, words="Said.",
        language="en", **more,  # type: ignore[arg-type]  # named by a mapping
    )  # fmt: skip


def test_an_opinion_that_says_everything_needs_no_reason(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    assistance = record()
    assert "FAO-OPINION" in {one.provision for one in findings_of(assistance)}
    given = give_opinion(case=case, by=own, at=now, assistance=assistance, advice=ADVICE)
    assert given.covers == ["best_interests", "operation", "period"]
    found = {one.provision for one in findings_of(assistance)}
    assert "FAO-OPINION" not in found
    assert "FAO-COMMENT" in found
    assert "calmer" not in str(case.entries.get(kind="family_opinion").facts)


def test_an_opinion_that_leaves_questions_open_takes_a_reason_for_each_rule(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    silent = replace(ADVICE, given_by="service", operation="", suitable={})
    with pytest.raises(NeedsReason) as asked:
        give_opinion(case=case, by=own, at=now, assistance=record(), advice=silent)
    found = {one.provision for one in asked.value.findings}
    assert found == {"FAO-OPINION", "FAO-OPINION-WHO", "FAO-SUITABLE"}


def test_an_opinion_given_in_court_is_taken_over_and_not_typed_again(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    said = Advice(
        MADE, "in_court", "wales", "court", covers=("best_interests", "operation", "period"),
        suitable=ADVICE.suitable,
    )  # fmt: skip
    give_opinion(case=case, by=own, at=now, assistance=record(), advice=said)
    assert case.entries.filter(kind="family_opinion").count() == 1


@pytest.mark.parametrize(
    ("lacks", "says"),
    [
        ({"issues": ()}, "issues"), ({"steps": ()}, "will be done"), ({"checks": ()}, "progress"),
        ({"meetings": ""}, "meet"), ({"ending": ""}, "report or a review"),
        ({"steps": (Step(1, "A call.", "conversation", "", "agreed"),)}, "who does"),
        ({"steps": (Step(1, "A call.", "conversation", "other", "agreed"),)}, "who does"),
    ],
)  # fmt: skip
def test_a_plan_without_one_of_its_parts_stays_a_draft(
    plan: Callable[..., Plan], case: Case, lacks: dict[str, object], says: str
) -> None:
    with pytest.raises(Barred) as barred:
        plan(**lacks)
    assert says in str(barred.value)
    assert not plan(complete=False, **lacks).is_complete
    assert "plan" in asked_for(case)


def test_a_complete_plan_ends_its_task_and_a_draft_after_it_changes_nothing(
    plan: Callable[..., Plan], case: Case
) -> None:
    first = plan()
    assert "plan" not in asked_for(case)
    second = plan(complete=False, meetings="")
    assert (first.version, second.version) == (1, 2)
    assert complete_plan(first.assistance) == first
    with pytest.raises(DatabaseError), transaction.atomic():
        Plan.objects.update(meetings="Elsewhere.")


def test_a_plan_that_says_where_she_is_is_refused(plan: Callable[..., Plan]) -> None:
    with pytest.raises(Barred) as barred:
        plan(complete=False, meetings="At 7 Heol y Dŵr, LL11 1ZZ.")
    assert {one.provision for one in barred.value.findings} == {"CONF-C8"}
    assert not Plan.objects.exists()


def test_an_opinion_that_says_where_she_is_is_refused(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    says = replace(ADVICE, operation="The officer rings 07700 900123.")
    with pytest.raises(Barred) as barred:
        give_opinion(case=case, by=own, at=now, assistance=record(), advice=says)
    assert {one.provision for one in barred.value.findings} == {"CONF-C8"}


@pytest.mark.parametrize("kind", ["change_arrangements", "supervise_family_time", "life_story", "therapy"])
def test_what_the_order_is_not_for_is_refused(plan: Callable[..., Plan], kind: str) -> None:
    with pytest.raises(Barred) as barred:
        plan(complete=False, steps=(Step(1, "A visit.", kind, "officer", "ordered"),))
    assert {one.provision for one in barred.value.findings} == {"FAO-SCOPE"}


def test_an_aim_that_nobody_ordered_or_agreed_is_asked_for_its_reason(plan: Callable[..., Plan]) -> None:
    beyond = (Step(1, "A longer stay.", "conversation", "officer", "elsewhere"),)
    with pytest.raises(NeedsReason) as asked:
        plan(steps=beyond)
    assert "A longer stay. Say where" in asked.value.findings[0].says.en
    assert plan(steps=beyond, reasons={"FAO-PLAN": "Both ask for it."}).is_complete


def test_the_plan_may_set_another_day_for_the_review(plan: Callable[..., Plan], case: Case) -> None:
    plan(review_on=date(2026, 6, 2))
    assert case.tasks.get(kind="family_assistance.review").due_on == date(2026, 6, 2)
    page = shown(assistances_of(case)[0], date(2026, 5, 20))
    assert [one.on for one in page.days if one.rule == "FAO-REVIEW"] == [date(2026, 6, 2)]


def test_each_adult_is_told_of_a_version_and_their_view_is_kept(
    plan: Callable[..., Plan], case: Case, own: Officer, now: datetime, father: Party
) -> None:
    written = plan()
    tell_plan(
        case=case, by=own, at=now, plan=written, party=father, on=MADE, agrees=False, words="Too much.",
        language="en",
    )  # fmt: skip
    assert written.told.get().agrees is False
    assert "Too much" not in str(case.entries.get(kind="family_plan_told").facts)


def test_a_review_ends_its_task_and_a_risk_opens_one(
    plan: Callable[..., Plan], case: Case, own: Officer, now: datetime
) -> None:
    assistance = plan().assistance
    work(assistance, own, now, "review", date(2026, 6, 4))
    assert "review" not in asked_for(case)
    work(assistance, own, now, "risk", date(2026, 6, 5))
    assert "risk" in asked_for(case)
    with pytest.raises(NeedsReason) as asked:
        plan()
    assert {one.provision for one in asked.value.findings} == {"FAO-SCOPE"}


def test_a_danger_or_a_risk_that_another_piece_of_work_found_needs_a_reason_too(
    plan: Callable[..., Plan], case: Case, now: datetime
) -> None:
    others = [one for one in task_kinds_that_come_first() if not one.startswith("family_assistance.")]
    assert {"monitoring.risk", "urgent_referral.tell"} <= set(others)
    for kind in others:
        task = Task.objects.create(case=case, kind=kind, subject="1", opened_at=now)
        with pytest.raises(NeedsReason) as asked:
            plan()
        assert {one.provision for one in asked.value.findings} == {"FAO-SCOPE"}
        Task.objects.filter(pk=task.pk).update(ended_at=now)
    assert plan().is_complete


def test_after_the_last_day_nothing_new_begins_and_what_came_of_an_issue_is_still_recorded(
    plan: Callable[..., Plan], case: Case, own: Officer, now: datetime
) -> None:
    assistance = plan().assistance
    later = datetime(2026, 9, 4, 9, tzinfo=UTC)
    assert work(assistance, own, later, "going", date(2026, 9, 3), number=1)
    with pytest.raises(Barred) as barred:
        work(assistance, own, later, "going", date(2026, 9, 4), number=1)
    assert barred.value.findings[0].provision == "FAO-END"
    with pytest.raises(Barred):
        write_plan(case=case, by=own, at=later, assistance=assistance, says_=PLAN, complete=False)
    assert work(assistance, own, later, "outcome", date(2026, 9, 4), number=1)


def test_a_risk_that_was_assessed_and_an_issue_with_its_outcome_end_their_tasks(
    plan: Callable[..., Plan], case: Case, own: Officer, now: datetime
) -> None:
    assistance = plan().assistance
    work(assistance, own, now, "risk", MADE)
    work(assistance, own, now, "assessed", MADE)
    assert "risk" not in asked_for(case)
    assert "end" in asked_for(case)
    work(assistance, own, now, "outcome", MADE, number=1)
    assert "end" in asked_for(case)
    work(assistance, own, now, "done", MADE, number=1)
    assert "end" not in asked_for(case)


def test_a_referral_asks_something_and_changes_no_order(
    plan: Callable[..., Plan], own: Officer, now: datetime
) -> None:
    assistance = plan().assistance
    before = assistance.ends_on, assistance.months
    work(assistance, own, now, "referred", date(2026, 6, 5), asks="more_time")
    assistance.refresh_from_db()
    assert (assistance.ends_on, assistance.months) == before


TYPED = {
    "issue-0": "Handovers.", "benefit-0": "Efa is calm.", "action-0": "A call.", "kind-0": "conversation",
    "who-0": "officer", "source-0": "agreed", "checking": "Monthly.", "meetings": "At the office.",
    "ending": "review", "language_of_words": "en",
}  # fmt: skip


@pytest.mark.parametrize(("language", "said"), [("en", "At work"), ("cy", "Ar waith")])
def test_the_plan_is_written_on_its_page_and_shown(
    record: Record, case: Case, own: Officer, language: str, said: str
) -> None:
    assistance = record()
    page = f"/cases/{case.reference}/family-assistance/{assistance.pk}/"
    client, typed = client_of(own, language), {**TYPED, **typed_checks(assistance)}
    answer = fill(client, f"{page}plan/", **{**typed, "kind-0": "therapy"}, complete="yes")
    assert "FAO" not in summary_of(answer)
    assert answer.status_code == 200
    assert fill(client, f"{page}plan/", **typed, complete="yes").status_code == 302
    text = text_of(client, page)
    assert said in text
    assert "Efa is calm." in text
    assert "A call." in text_of(client, f"{page}plan/")


def test_somebody_else_who_does_something_is_named(record: Record, case: Case, own: Officer) -> None:
    assistance, client = record(), client_of(own)
    page = f"/cases/{case.reference}/family-assistance/{assistance.pk}/"
    typed = {**TYPED, **typed_checks(assistance), "who-0": "other", "complete": "yes"}
    assert "Write who does it" in summary_of(fill(client, f"{page}plan/", **typed))
    assert fill(client, f"{page}plan/", **typed, **{"name-0": "Her aunt Mair"}).status_code == 302
    assert "Her aunt Mair" in text_of(client, page)
    assert "Her aunt Mair" in text_of(client, f"{page}plan/")


def test_progress_names_its_step_and_an_outcome_its_issue(
    plan: Callable[..., Plan], case: Case, own: Officer
) -> None:
    page = f"/cases/{case.reference}/family-assistance/{plan().assistance.pk}/"
    client, today = client_of(own), day("on", date(2026, 3, 5))
    typed = {"words": "Calm.", "language_of_words": "en", **today}
    answer = fill(client, f"{page}work/", kind="going", number="issue-1", **typed)
    assert "Choose the step" in summary_of(answer)
    assert fill(client, f"{page}work/", kind="going", number="step-1", **typed).status_code == 302
    assert Worked.objects.get().number == 1
    assert "progress" in text_of(client, page)
