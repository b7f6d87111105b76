"""What a version of the plan leaves out is closed with a reason, and no document for the court loses it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Case, Document, Officer, Party
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import PlanSays, record_work, write_plan
from lles.work.family_assistance.models import Assistance, Plan, Worked
from lles.work.family_assistance.queries.ever import open_issues, open_steps
from lles.work.family_assistance.queries.facts import everything_has_its_outcome, still_open
from lles.work.family_assistance.queries.papers import Typed, left_out_before
from lles.work.family_assistance.queries.plans import steps_and_issues
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import checked
from lles.work.family_assistance.tests.test_papers import BOTH, VIEWS, of
from lles.work.family_assistance.tests.test_plan import MADE, PLAN
from lles.work.family_assistance.tests.test_versions import FIRST

WHY, AFTER = "The group has closed its doors.", datetime(2026, 9, 4, 9, tzinfo=UTC)
Write = Callable[..., Plan]


@pytest.fixture
def assistance(record: Callable[..., Assistance]) -> Assistance:
    """An order of six months."""
    return record(months=6)


@pytest.fixture
def write(assistance: Assistance, case: Case, own: Officer, now: datetime) -> Write:
    """Writes a version of the plan; the first one has two steps and two issues, and PLAN one of each."""

    def written(says_: PlanSays, *, complete: bool = True, why: str = "") -> Plan:
        return write_plan(
            case=case, by=own, at=now, assistance=assistance, complete=complete,
            says_=checked(assistance, says_), reasons={"FAO-END": why} if why else None,
        )  # fmt: skip

    return written


@pytest.fixture
def make(assistance: Assistance, case: Case, own: Officer, now: datetime) -> Callable[..., list[Document]]:
    """Makes a document for the court and for both parents."""

    def made(paper: Paper, at: datetime = now, **more: object) -> list[Document]:
        typed = Typed(words=BOTH, views=VIEWS, to_court=True, **more)  # type: ignore[arg-type]  # by a mapping
        return list(make_papers(case=case, by=own, at=at, assistance=assistance, paper=paper, typed=typed))

    return made


def test_a_version_leaves_out_what_is_open_with_a_reason_that_closes_it(
    assistance: Assistance, write: Write, case: Case
) -> None:
    write(FIRST)
    write(PLAN, complete=False)
    assert open_steps(assistance) == (1, 2)
    with pytest.raises(NeedsReason) as asked:
        write(PLAN)
    english = [one.says.en for one in asked.value.findings]
    assert [("steps" in one, "issues" in one, ": 2." in one) for one in english] == [
        (True, False, True),
        (False, True, True),
    ]
    write(PLAN, why=WHY)
    closed = Worked.objects.order_by("pk").values_list("kind", "number", "words")
    assert list(closed) == [(Worked.LEFT, 2, WHY), (Worked.OUTCOME, 2, WHY)]
    assert (open_steps(assistance), open_issues(assistance)) == ((1,), (1,))
    assert case.entries.filter(kind="family_worked_on_part").count() == 2
    write(replace(PLAN, meetings="At school."))


def test_the_review_and_the_report_at_the_end_tell_what_a_version_left_out(
    assistance: Assistance, write: Write, make: Callable[..., list[Document]], case: Case, own: Officer,
    now: datetime, father: Party,
) -> None:  # fmt: skip
    write(FIRST)
    record_work(
        case=case, by=own, at=now, assistance=assistance, kind="going", number=2, on=MADE,
        words="They went twice.", language="en",
    )  # fmt: skip
    write(PLAN, why=WHY)
    plan = of(make(Paper.PLAN), father.slug, "en")
    assert "A group on Tuesdays." not in plan
    for kind in ("left", "outcome"):
        record_work(
            case=case, by=own, at=AFTER, assistance=assistance, kind=kind, number=1, on=AFTER.date(),
            words="It is over.", language="en",
        )  # fmt: skip
    for paper, at in ((Paper.REVIEW, now), (Paper.END, AFTER)):
        court = of(make(paper, at), "court", "en")
        for words in ("A group on Tuesdays.", "Calls are missed.", "They went twice.", WHY):
            assert words in court, (paper, words)


def test_what_was_left_out_before_it_took_a_reason_is_open_at_the_end(
    assistance: Assistance, write: Write, own: Officer, now: datetime
) -> None:
    first = write(FIRST)
    Plan.objects.create(
        assistance=assistance, version=2, is_complete=True, issues=first.issues[:1], steps=first.steps[:1],
        ending="review", by=own, at=now, language="en",
    )  # fmt: skip
    (found,) = still_open(assistance, date(2026, 9, 4))
    assert ": 1, 2." in found.says.en
    assert not everything_has_its_outcome(assistance)
    steps, issues = steps_and_issues(assistance)
    assert (list(steps), list(issues)) == ([1, 2], [1, 2])


def test_what_a_copy_left_out_stays_out_of_it_when_the_plan_leaves_it_out_too(
    assistance: Assistance, write: Write, make: Callable[..., list[Document]], father: Party
) -> None:
    write(FIRST)
    make(Paper.REVIEW, left_out={father.pk: ["step-2"]})
    write(PLAN, why=WHY)
    make(Paper.PLAN, left_out={father.pk: ["step-1"]})
    assert left_out_before(assistance, Paper.END)[father.pk] == ["step-1", "step-2"]
    assert left_out_before(assistance, Paper.PLAN)[father.pk] == ["step-1"]
