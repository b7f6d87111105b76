"""In what way and how often the officer checks with each named person and each child (FAO-PLAN)."""

from datetime import datetime

import pytest
from django.utils import timezone

from lles.casefile.changes.door import Barred
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import Check, Issue, PlanSays, Step, write_plan
from lles.work.family_assistance.models import Plan
from lles.work.family_assistance.queries.papers import Typed
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import Record
from lles.work.family_assistance.tests.test_papers import of

HERS, HIS, EFAS = "A call to her.", "A letter to him.", "A talk at school."


def plan_of(*checks: Check, checking: str = "") -> PlanSays:
    issue, step = Issue(1, "Handovers.", "Calm."), Step(1, "A call.", "conversation", "officer", "agreed")
    return PlanSays([issue], [step], checking, "At the office.", "review", checks=checks)


def test_a_complete_plan_says_it_of_everybody_and_each_adult_reads_their_own_and_of_a_child_what_is_ticked(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    assistance, efa = record(months=6), case.children.get(first_name="Efa")
    adults = (Check(f"party:{mother.pk}", HERS, "weekly"), Check(f"party:{father.pk}", HIS, "monthly"))
    children = tuple(Check(f"child:{one.pk}", EFAS, "each term") for one in case.children.all())
    known = {"case": case, "by": own, "at": now, "assistance": assistance, "complete": True}
    with pytest.raises(Barred) as barred:
        write_plan(**known, says_=plan_of(*adults, checking="By telephone."))  # type: ignore[arg-type]  # by name
    (missing,) = barred.value.findings
    assert all(one.name in missing.says.en for one in case.children.all())
    plan = write_plan(**known, says_=plan_of(*adults, *children))  # type: ignore[arg-type]  # by name
    typed = Typed(tells={mother.pk: [f"check-child-{efa.pk}"]})
    made = make_papers(
        case=case, by=own, at=now, assistance=assistance, paper=Paper.PLAN, typed=typed,
        reasons={"CYM-EQUAL": "Later.", "FAO-COPIES": "So."},
    )  # fmt: skip
    hers, his = of(list(made), mother.slug, "cy"), of(list(made), father.slug, "en")
    assert HERS in hers
    assert EFAS in hers
    assert HIS not in hers
    assert HIS in his
    assert EFAS not in his
    assert [one["way"] for one in plan.checks] == [HERS, HIS, *(EFAS for _one in children)]


def test_what_holds_for_everybody_says_of_nobody_how_progress_is_checked_with_them(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    known = {
        "case": case,
        "by": own,
        "at": now,
        "assistance": record(months=6),
        "says_": plan_of(checking=HERS),
    }
    with pytest.raises(Barred) as barred:
        write_plan(**known, complete=True)  # type: ignore[arg-type]  # by name
    (missing,) = barred.value.findings
    names = [mother.name, father.name, *(one.name for one in case.children.all())]
    assert all(name in missing.says.en for name in names)
    assert not write_plan(**known, complete=False).is_complete  # type: ignore[arg-type]  # by name


def test_what_was_typed_of_one_person_stands_in_the_next_version_and_lacks_nothing(
    record: Record, case: Case, own: Officer, mother: Party
) -> None:
    page = f"/cases/{case.reference}/family-assistance/{record(months=6).pk}/plan/"
    case.orders.update(made_on=timezone.localdate())
    client, way, often = client_of(own), f"way-party-{mother.pk}", f"frequency-party-{mother.pk}"
    typed = {"complete": "no", "language_of_words": "en", way: HERS}
    answer = fill(client, page, **typed)
    assert "Write how often" in said(answer)
    assert HERS in said(answer)
    answer = fill(client, page, **typed, **{often: "weekly"})
    assert answer.status_code == 302, summary_of(answer)
    assert Plan.objects.get().checks == [{"who": f"party:{mother.pk}", "way": HERS, "often": "weekly"}]
    assert HERS in text_of(client, page)
    shown = text_of(client, page.removesuffix("plan/")).split("How it is checked with ")
    assert [(HERS in one, "Not written yet" in one) for one in shown[1:4]] == [
        (True, False), (False, True), (False, True),
    ]  # fmt: skip
