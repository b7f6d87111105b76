"""Each step of a plan has its day, or how often it is done (FAO-PLAN, practice 2.4)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from lles.casefile.changes.door import Barred
from lles.casefile.gate import sealed
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.law.findings import Weight
from lles.links.pdf_reader import places
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.answers import record_answer
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import Step, record_work, write_plan
from lles.work.family_assistance.models import Assistance, Plan
from lles.work.family_assistance.queries.findings import findings_of
from lles.work.family_assistance.queries.pages import shown
from lles.work.family_assistance.queries.paper_parts import plan_says
from lles.work.family_assistance.queries.papers import Typed
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import MADE, Record, checked
from lles.work.family_assistance.tests.test_plan import PLAN

LAST, MAY, DAY = date(2026, 9, 3), date(2026, 5, 4), timedelta(days=1)
CALL = Step(1, "A weekly call.", "conversation", "officer", "agreed", often="Each week until May.")
VISIT = Step(2, "A visit.", "visit", "officer", "agreed", by_on=MAY)


@pytest.fixture
def assistance(record: Record) -> Assistance:
    """An order of six months, made on 4 March 2026."""
    return record(months=6)


@pytest.fixture
def plan(assistance: Assistance, case: Case, own: Officer, now: datetime) -> Callable[..., Plan]:
    """Puts a plan of a weekly call and a visit to work."""

    def written(visit: Step = VISIT) -> Plan:
        says = replace(PLAN, steps=(CALL, visit))
        return write_plan(
            case=case, by=own, at=now, assistance=assistance, says_=checked(assistance, says), complete=True
        )

    return written


@pytest.mark.parametrize(
    ("by_on", "provision"),
    [(MADE - DAY, "FAO-PLAN"), (MADE, None), (LAST, None), (LAST + DAY, "FAO-END")],
)
def test_a_step_is_done_while_the_order_runs(by_on: date, provision: str | None) -> None:
    found = rules.step_is_done_while_the_order_runs(2, by_on, MADE, LAST)
    assert (found.provision if found else None) == provision
    assert found is None or (found.bars and "2" in found.says.en and "2" in found.says.cy)


def test_where_the_days_of_the_order_are_not_known_any_day_will_do() -> None:
    assert rules.step_is_done_while_the_order_runs(2, MADE, None, None) is None


def test_a_day_after_the_order_is_refused_and_says_which_step(plan: Callable[..., Plan]) -> None:
    with pytest.raises(Barred, match="Step 2 is to be done by Friday 4 September 2026"):
        plan(replace(VISIT, by_on=LAST + DAY))
    assert not Plan.objects.exists()


def test_the_order_shows_the_day_and_when_it_is_late(
    plan: Callable[..., Plan], assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    def late(on: date) -> list[bool]:
        return [one.is_late for one in shown(assistance, on).days if one.rule == "FAO-PLAN"]

    plan()
    assert (late(MAY), late(MAY + DAY)) == ([False], [True])
    record_work(
        case=case, by=own, at=now, assistance=assistance, kind="done", number=2, on=MADE, words="Went.",
        language="en",
    )  # fmt: skip
    assert late(MAY + DAY) == [False]


def test_an_order_that_ends_sooner_warns_of_the_step(
    plan: Callable[..., Plan], assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    plan()
    on = MAY - DAY
    record_answer(
        case=case, by=own, at=now + (on - now.date()), assistance=assistance, answer="ended", on=on, words="",
        language="en",
    )  # fmt: skip
    of_step = [one for one in findings_of(assistance) if one.provision == "FAO-END"]
    assert [one.weight for one in of_step] == [Weight.WARNS]


def test_the_plan_says_it_to_its_readers(plan: Callable[..., Plan], assistance: Assistance) -> None:
    call, visit = plan_says(assistance, plan(), (), {}).steps
    assert (call.by_on, call.often.said("cy")) == (None, (CALL.often, "en"))
    assert (visit.by_on, visit.often.said("cy")) == (MAY, None)


@time_machine.travel(datetime(2026, 3, 4, 12, tzinfo=UTC), tick=False)
def test_the_form_takes_the_day_and_shows_it_again(assistance: Assistance, case: Case, own: Officer) -> None:
    client, page = client_of(own), f"/cases/{case.reference}/family-assistance/{assistance.pk}/"
    step = {"action-0": "A visit.", "kind-0": "visit", "who-0": "officer", "source-0": "agreed"}
    typed = {**step, "often-0": "Once.", "language_of_words": "en", "complete": "no"}
    wrong = fill(client, f"{page}plan/", **typed, **day("by-0", LAST + DAY))
    assert "the last day of the order is" in wrong.content.decode()
    silent = fill(client, f"{page}plan/", **{**typed, "action-0": ""})
    assert "Write what is done, or empty the whole step" in summary_of(silent)
    kept = fill(client, f"{page}plan/", **typed, **day("by-0", MAY))
    assert kept.status_code == 302, summary_of(kept)
    html = text_of(client, page)
    assert "<p>By Mon 4 May · " in html
    assert "Once." in html
    assert 'value="5"' in text_of(client, f"{page}plan/").partition('name="by-0-month"')[2][:200]


def test_the_day_of_a_step_and_how_often_it_is_done_stay_with_its_number_in_the_copy(
    plan: Callable[..., Plan], assistance: Assistance, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    plan()
    made = make_papers(
        case=case, by=own, at=now, assistance=assistance, paper=Paper.PLAN, typed=Typed(),
        reasons={"CYM-EQUAL": "Later."},
    )  # fmt: skip
    (his,) = (one for one in made if one.reader == father.slug)
    pages = " ".join(one.text for one in places(sealed(his).content) if one.name.startswith("page "))
    steps = pages.split("What is done, by whom and by when")[1]
    order = [steps.index(words) for words in ("1.", CALL.often, "2.", "4 May 2026")]
    assert order == sorted(order)
