"""The versions of a plan: what was done is of the one at work, whatever draft came after it, and each version
is read with what the adults said of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, text_of
from lles.conftest import HOME
from lles.work.family_assistance.changes.plan import Issue, PlanSays, Step, tell_plan, write_plan
from lles.work.family_assistance.models import Assistance, Plan, Worked
from lles.work.family_assistance.queries.ever import open_steps
from lles.work.family_assistance.queries.facts import everything_has_its_outcome
from lles.work.family_assistance.tests.conftest import checked
from lles.work.family_assistance.tests.test_plan import MADE, PLAN

FIRST = replace(
    PLAN, issues=(*PLAN.issues, Issue(2, "Calls are missed.", "Efa has her calls.")),
    steps=(*PLAN.steps, Step(2, "A group on Tuesdays.", "another_service", "officer", "agreed")),
)  # fmt: skip
LATER = replace(
    PLAN, issues=(*PLAN.issues, Issue(3, "Holidays are not shared.", "Efa sees both.")),
    steps=(*PLAN.steps, Step(3, "A calendar.", "by_family", "officer", "agreed")),
)  # fmt: skip
Write = Callable[..., Plan]


@pytest.fixture
def assistance(record: Callable[..., Assistance]) -> Assistance:
    """An order of six months."""
    return record(months=6)


@pytest.fixture
def write(assistance: Assistance, case: Case, own: Officer, now: datetime) -> Write:
    """Writes one more version of the plan, an hour after the last one."""

    def written(says_: PlanSays, complete: bool) -> Plan:
        at = now + timedelta(hours=assistance.plans.count())
        return write_plan(
            case=case, by=own, at=at, assistance=assistance,
            says_=checked(assistance, says_), complete=complete, reasons={"FAO-END": "The group has closed."},
        )  # fmt: skip

    return written


def at(name: str, assistance: Assistance) -> str:
    return reverse(f"family_assistance:{name}", args=(assistance.case.reference, assistance.pk))


def test_what_was_done_is_recorded_of_the_plan_at_work_whatever_a_draft_leaves_out(
    assistance: Assistance, write: Write, own: Officer
) -> None:
    write(FIRST, complete=True)
    write(LATER, complete=False)
    client = client_of(own)
    form = text_of(client, at("work", assistance))
    for number, words in ((1, "A weekly call."), (2, "A group on Tuesdays."), (3, "A calendar.")):
        assert f'value="step-{number}"' in form
        assert words in form
    typed = {"words": "It is over.", "language_of_words": "en", **day("on", date(2026, 3, 5))}
    for kind, part in (("left", "step"), ("outcome", "issue")):
        for number in (1, 2):
            answer = fill(client, at("work", assistance), kind=kind, number=f"{part}-{number}", **typed)
            assert answer.status_code == 302
    assert open_steps(assistance) == ()
    assert everything_has_its_outcome(assistance)
    assert Worked.objects.count() == 4


@pytest.mark.parametrize(
    ("language", "draft", "link"),
    [("en", "Draft", "Every version of the plan"), ("cy", "Drafft", "Pob fersiwn o'r cynllun")],
)
def test_the_page_of_the_order_shows_the_plan_at_work_and_the_draft(
    assistance: Assistance, write: Write, own: Officer, language: str, draft: str, link: str
) -> None:
    write(PLAN, complete=True)
    client = client_of(own, language)
    page = text_of(client, at("order", assistance))
    assert draft not in page.split("<main", 1)[1]
    assert link not in page
    write(FIRST, complete=True)
    write(LATER, complete=False)
    page = text_of(client, at("order", assistance))
    for words in ("A group on Tuesdays.", "A calendar.", draft, link):
        assert words in page


@pytest.mark.parametrize(
    ("language", "title", "disagrees", "nobody"),
    [
        ("en", "Versions of the plan", "does not agree", "Nobody was told of it."),
        ("cy", "Fersiynau o'r cynllun", "nid yw'n cytuno", "Ni chafodd neb wybod amdano."),
    ],
)
def test_each_version_is_read_with_who_was_told_and_what_they_said(
    assistance: Assistance, write: Write, case: Case, own: Officer, now: datetime, father: Party,
    language: str, title: str, disagrees: str, nobody: str,
) -> None:  # fmt: skip
    first = write(FIRST, complete=True)
    tell_plan(
        case=case, by=own, at=now, plan=first, party=father, on=MADE, agrees=False,
        words="I do not like this.", language="en",
    )  # fmt: skip
    write(PLAN, complete=True)
    write(LATER, complete=False)
    client = client_of(own, language)
    assert f'href="{at("versions", assistance)}"' in text_of(client, at("order", assistance))
    page = text_of(client, at("versions", assistance)).split("<main", 1)[1]
    assert title in page
    third, second, oldest = (page.index(words) for words in ("A calendar.", nobody, "A group on Tuesdays."))
    assert third < second < oldest < page.index("I do not like this.")
    assert disagrees in page
    assert page.count(nobody) == 2


def test_a_view_that_names_a_protected_place_is_not_read_there_unasked(
    assistance: Assistance, write: Write, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    first = write(FIRST, complete=True)
    tell_plan(
        case=case, by=own, at=now, plan=first, party=father, on=MADE, agrees=False,
        words=f"She lives at {HOME[0]}.", language="en",
    )  # fmt: skip
    assert HOME[0] not in text_of(client_of(own), at("versions", assistance))
