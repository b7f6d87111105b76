"""A proposed order that came to nothing: it stands as such, and feeds no later order (FAO-NOEXTEND)."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.models import Case, Officer, Party
from lles.casefile.register import kept_from
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.work.family_assistance.changes.nothing import record_nothing
from lles.work.family_assistance.changes.opinion import give_opinion
from lles.work.family_assistance.changes.order import Naming, Terms, propose_assistance, record_terms
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import record_work
from lles.work.family_assistance.changes.said import record_consent
from lles.work.family_assistance.changes.wrong import record_wrong
from lles.work.family_assistance.models import Assistance, CameToNothing
from lles.work.family_assistance.queries.counted import nothing_of
from lles.work.family_assistance.queries.facts import opinion_of
from lles.work.family_assistance.queries.findings import findings_of
from lles.work.family_assistance.queries.named import named_or_proposed
from lles.work.family_assistance.queries.papers import Typed, papers_open
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import MADE
from lles.work.family_assistance.tests.test_pages import page_of
from lles.work.family_assistance.tests.test_plan import ADVICE, asked_for

WHY = "They agreed without an order."


@pytest.fixture
def proposed(case: Case, own: Officer, now: datetime, mother: Party) -> Assistance:
    """An order that a party proposed, which would name the mother; there is an opinion on it."""
    assistance = propose_assistance(case=case, by=own, at=now)
    terms = Terms((Naming("parent", mother),), "service", months=6)
    record_terms(case=case, by=own, at=now, assistance=assistance, terms=terms)
    advice = replace(ADVICE, proposed_by="party")
    give_opinion(case=case, by=own, at=now, assistance=assistance, advice=advice)
    return assistance


def nothing(one: Assistance, own: Officer, now: datetime) -> CameToNothing:
    return record_nothing(
        case=one.case, by=own, at=now, assistance=one, outcome="not_made", on=now.date(),
        decided_by="The court", known_by="hearing", words=WHY, language="en",
    )  # fmt: skip


def takes_back(one: Assistance, own: Officer, now: datetime, row: CameToNothing) -> None:
    record_wrong(
        case=one.case, by=own, at=now, assistance=one, row=row, why="It is listed again.", language="en"
    )


def order(case: Case, own: Officer, now: datetime) -> Assistance:
    record_order(case=case, by=own, at=now, kind="family_assistance", title="C42", made_on=MADE)
    return case.assistances.exclude(order=None).get()


def test_nothing_of_it_goes_into_a_later_order(
    proposed: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    nothing(proposed, own, now)
    made = order(case, own, now)
    assert made != proposed
    assert (list(named_or_proposed(made)), opinion_of(made)) == ([], None)
    proposed.refresh_from_db()
    assert proposed.order is None


def test_what_is_weighed_still_becomes_the_order(
    proposed: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    takes_back(proposed, own, now, nothing(proposed, own, now))
    made = order(case, own, now)
    assert made == proposed
    assert opinion_of(made) is not None


def test_another_is_weighed_after_it_and_only_that_one_becomes_the_order(
    proposed: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    row = nothing(proposed, own, now)
    second = propose_assistance(case=case, by=own, at=now)
    with pytest.raises(Stale, match="proposed"):
        takes_back(proposed, own, now, row)
    assert order(case, own, now) == second


def test_nobody_is_asked_for_anything_of_it_any_more(
    proposed: Assistance, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    kind = Paper.CONSENT.value
    make_papers(case=case, by=own, at=now, assistance=proposed, paper=Paper.CONSENT, typed=Typed())
    serving = case.tasks.filter(kind="casefile.serve", ended_at=None)
    assert serving.count() == 1
    row = nothing(proposed, own, now)
    assert (list(kept_from(case, kind)), serving.count()) == ([mother.pk], 0)
    assert (papers_open(proposed), findings_of(proposed)) == ([], ())
    takes_back(proposed, own, now, row)
    assert (list(kept_from(case, kind)), serving.count()) == ([], 1)
    assert papers_open(proposed)


def test_a_risk_that_was_seen_is_assessed_all_the_same(
    proposed: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    def work(kind: str) -> None:
        record_work(
            case=case, by=own, at=now, assistance=proposed, kind=kind, on=now.date(), words="So.",
            language="en",
        )  # fmt: skip

    work("risk")
    nothing(proposed, own, now)
    assert asked_for(case) == {"risk"}
    assert client_of(own).get(page_of(proposed, "work/")).status_code == 200
    work("assessed")
    assert not asked_for(case)


def test_nothing_more_is_recorded_of_it(
    proposed: Assistance, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    nothing(proposed, own, now)
    known: dict[str, Any] = {"case": case, "by": own, "at": now, "assistance": proposed}
    for refused in (
        lambda: nothing(proposed, own, now),
        lambda: record_terms(**known, terms=Terms((Naming("parent", mother),), "service")),
        lambda: give_opinion(**known, advice=replace(ADVICE, proposed_by="party")),
        lambda: record_consent(
            **known, party=mother, answer="given", on=MADE, way="in_person", taken_by="Own"
        ),
        lambda: make_papers(**known, paper=Paper.OPINION, typed=Typed(to_court=True)),
    ):
        with pytest.raises(Stale, match="came to nothing"):
            refused()
    client = client_of(own)
    for page in ("terms/", "opinion/", "nothing/", f"consent/{mother.pk}/", "documents/family_opinion/"):
        assert client.get(page_of(proposed, page)).status_code == 404, page


def test_an_order_that_the_court_made_did_not_come_to_nothing(
    made: Assistance, own: Officer, now: datetime
) -> None:
    with pytest.raises(Stale, match="is an order"):
        nothing(made, own, now)
    assert client_of(own).get(page_of(made, "nothing/")).status_code == 404


def test_only_who_works_on_the_case_says_so(proposed: Assistance, teammate: Officer, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        nothing(proposed, teammate, now)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Came to nothing", "the court made no order", "it was said at a hearing")),
        ("cy", ("Ni ddaeth dim ohono", "ni wnaeth y llys orchymyn", "fe'i dywedwyd mewn gwrandawiad")),
    ],
)
def test_the_pages_and_the_timeline_say_so_until_it_is_taken_back(
    proposed: Assistance, case: Case, own: Officer, now: datetime, language: str, words: tuple[str, ...]
) -> None:
    client, orders = client_of(own, language), f"/cases/{case.reference}/family-assistance/"
    page, timeline = page_of(proposed), f"/cases/{case.reference}/timeline/"
    assert f"{page}nothing/" in text_of(client, page)
    assert f"{orders}propose/" not in text_of(client, orders)
    assert summary_of(fill(client, f"{page}nothing/"))
    typed = {
        "outcome": "not_made", "known_by": "hearing", "decided_by": "Y llys", "words": WHY,
        "language_of_words": "en",
    }  # fmt: skip
    assert fill(client, f"{page}nothing/", **typed, **day("on", now.date())).status_code == 302
    row, text = nothing_of(proposed), text_of(client, page)
    assert row is not None
    for said in (*words, WHY, f"{page}nothing/{row.pk}/wrong/"):
        assert said in text
    assert f"{page}terms/" not in text
    assert words[0] in text_of(client, orders)
    assert f"{orders}propose/" in text_of(client, orders)
    assert words[1] in text_of(client, timeline)
    assert (
        fill(
            client, f"{page}nothing/{row.pk}/wrong/", why="It is listed again.", language_of_words="en"
        ).status_code
        == 302
    )
    text = text_of(client, page)
    assert f"{page}terms/" in text
    assert "It is listed again." in text
    assert "It is listed again." in text_of(client, timeline)
