"""What came of an issue stays with that issue, whatever a later version of the plan drops or adds."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
import time_machine

from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.work.family_assistance.changes.plan import Issue, record_work, write_plan
from lles.work.family_assistance.models import Assistance, Plan
from lles.work.family_assistance.queries.facts import everything_has_its_outcome
from lles.work.family_assistance.queries.pages import shown
from lles.work.family_assistance.queries.paper_parts import parts_of, plan_says
from lles.work.family_assistance.tests.conftest import checked, typed_checks
from lles.work.family_assistance.tests.test_pages import page_of
from lles.work.family_assistance.tests.test_plan import MADE, PLAN

HANDOVERS, CALLS = Issue(1, "Handovers.", "Efa is calm."), Issue(2, "Missed calls.", "Efa is heard.")
Write = Callable[..., Plan]


@pytest.fixture
def assistance(record: Callable[..., Assistance]) -> Assistance:
    return record(months=6)


@pytest.fixture
def write(assistance: Assistance, case: Case, own: Officer, now: datetime) -> Write:
    """Writes a complete version of the plan with some issues."""

    def written(*issues: Issue) -> Plan:
        says = replace(PLAN, issues=issues)
        return write_plan(
            case=case, by=own, at=now, assistance=assistance, says_=checked(assistance, says), complete=True
        )

    return written


def came(assistance: Assistance, own: Officer, now: datetime, kind: str, number: int, words: str) -> None:
    record_work(
        case=assistance.case, by=own, at=now, assistance=assistance, kind=kind, number=number, on=MADE,
        words=words, language="en",
    )  # fmt: skip


def test_an_outcome_stays_with_its_issue_when_a_version_drops_one(
    assistance: Assistance, write: Write, own: Officer, now: datetime
) -> None:
    write(HANDOVERS, CALLS)
    came(assistance, own, now, "outcome", 1, "Calm since May.")
    came(assistance, own, now, "done", 1, "Done.")
    plan = write(CALLS)
    page = shown(assistance, MADE).plan
    assert page is not None
    assert page.active is not None
    assert [(one.number, one.issue, one.outcome) for one in page.active.issues] == [
        (2, "Missed calls.", None)
    ]
    assert next(key for key, _words in parts_of(plan)) == "issue-2"
    (issue,) = plan_says(assistance, plan, (), {}).issues
    assert issue.outcome.said("en") is None
    assert not everything_has_its_outcome(assistance)
    came(assistance, own, now, "outcome", 2, "She rings.")
    assert everything_has_its_outcome(assistance)


def test_an_issue_of_before_issues_had_numbers_counts_by_its_place(
    assistance: Assistance, own: Officer, now: datetime
) -> None:
    issues = [{"issue": one.issue, "benefit": one.benefit} for one in (HANDOVERS, CALLS)]
    plan = Plan.objects.create(
        assistance=assistance, version=1, is_complete=True, issues=issues, by=own, at=now, language="en"
    )
    assert [(number, one["issue"]) for number, one in plan.numbered] == [
        (1, "Handovers."),
        (2, "Missed calls."),
    ]


@pytest.fixture
def in_march(now: datetime) -> Iterator[None]:
    """The pages are opened while the order runs."""
    with time_machine.travel(now):
        yield


def test_the_page_of_the_plan_gives_no_number_twice(
    assistance: Assistance, case: Case, own: Officer, write: Write, in_march: None
) -> None:
    write(HANDOVERS, CALLS)
    client, page = client_of(own), page_of(assistance, "plan/")
    typed = {
        "action-0": "A call.", "kind-0": "conversation", "who-0": "officer", "source-0": "agreed",
        "checking": "Monthly.", "meetings": "At the office.", "ending": "review", "language_of_words": "en",
        "complete": "yes", **typed_checks(assistance),
    }  # fmt: skip
    only_first = {**typed, "issue-0": "Handovers.", "benefit-0": "Calm.", "issue-1": "", "benefit-1": ""}
    answer = fill(client, page, **only_first)
    assert "issues, and nobody has written down what came of them: 2" in answer.content.decode()
    answer = fill(client, page, **only_first, **{"reason-FAO-END": "They agreed on it."})
    assert answer.status_code == 302, summary_of(answer)
    asked = text_of(client, page)
    assert 'name="issue-1"' not in asked, "the number of what was dropped is not free"
    assert 'name="issue-2"' in asked
    more = said(client.post(page, {**only_first, "issue-2": "School.", "more": "issue"}))
    assert 'name="issue-3"' in more
    typed |= {"issue-0": "Handovers.", "benefit-0": "Calm.", "issue-2": "School.", "benefit-2": "Heard."}
    assert fill(client, page, **typed).status_code == 302
    latest = case.assistances.get().plans.order_by("version").last()
    assert latest is not None
    assert [one["number"] for one in latest.issues] == [1, 3]
    work = text_of(client, page_of(assistance, "work/"))
    assert 'value="issue-3"' in work
    assert 'value="issue-2"' not in work
    on = {"words": "Settled.", "language_of_words": "en", **day("on", date(2026, 3, 4))}
    answer = fill(client, page_of(assistance, "work/"), kind="outcome", number="issue-3", **on)
    assert answer.status_code == 302
    text = text_of(client, page_of(assistance))
    assert text.index('<li value="3">') < text.index("What came of it:")
