"""The pages of a family assistance order: what they show, what they refuse, and what they keep closed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from lles.casefile.changes.directions import record_order
from lles.casefile.changes.received_files import look_at, receive_paper
from lles.casefile.models import Case, Hearing, Officer, OrderTerms, Party
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.conftest import HOME
from lles.law.jurisdiction import Nation
from lles.links.tests.hostile import a_pdf
from lles.work.family_assistance.changes.opinion import give_opinion
from lles.work.family_assistance.models import Assistance, Consent, Heard, Opinion, Plan
from lles.work.family_assistance.rules import questions_of_suitability, usual_length
from lles.work.family_assistance.tests.test_plan import ADVICE, MADE, QUESTIONS

Record = Callable[..., Assistance]


def page_of(assistance: Assistance, more: str = "") -> str:
    return f"/cases/{assistance.case.reference}/family-assistance/{assistance.pk}/{more}"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Family assistance order", "2 September 2026", "Review of the plan.", "Not asked yet")),
        ("cy", ("Gorchymyn cymorth teuluol", "2 Medi 2026", "Heb ofyn eto")),
    ],
)
def test_the_page_shows_the_clock_as_a_picture_and_in_words(
    record: Record, own: Officer, language: str, words: tuple[str, ...]
) -> None:
    text = text_of(client_of(own, language), page_of(record()))
    assert "lles-strip" in text
    for one in words:
        assert one in text, one


def test_a_first_order_is_weighed_from_the_page_of_the_case(case: Case, own: Officer) -> None:
    client, orders = client_of(own), f"/cases/{case.reference}/family-assistance/"
    assert "No family assistance order is on the file" in text_of(client, orders)
    answer = client.post(f"{orders}propose/")
    (assistance,) = case.assistances.all()
    assert answer.headers["Location"].endswith(page_of(assistance, "terms/"))
    text = text_of(client, page_of(assistance, "terms/"))
    assert "What would the order say?" in text
    assert "What does the order direct?" not in text
    assert client.post(f"{orders}propose/").headers["Location"].endswith(orders)


@pytest.mark.parametrize(
    ("language", "terms", "order"),
    [
        ("en", "There is no order yet: write down what it would say.", "What the order would say"),
        ("cy", "Nid oes gorchymyn eto", "Yr hyn y byddai'r gorchymyn yn ei ddweud"),
    ],
)
def test_of_an_order_that_is_only_proposed_nobody_says_what_it_says(
    case: Case, own: Officer, language: str, terms: str, order: str
) -> None:
    client = client_of(own, language)
    client.post(f"/cases/{case.reference}/family-assistance/propose/")
    (assistance,) = case.assistances.all()
    asked, page = (text_of(client, page_of(assistance, more)) for more in ("terms/", ""))
    assert terms in asked
    assert f">{order}<" in page
    for none in ("the order itself", "o'r gorchymyn ei hun", "what it says", "What the order says"):
        assert none not in asked + page


def test_what_the_order_says_is_keyed_and_refused_with_its_reason(
    made: Assistance, own: Officer, mother: Party, father: Party
) -> None:
    client, page = client_of(own), page_of(made, "terms/")
    typed = {f"standing-{mother.pk}": "parent", f"standing-{father.pk}": "other", "supplier": "service"}
    typed["about"] = str(made.case.children.order_by("pk")[0].pk)
    answer = fill(client, page, **typed, as_sealed="no")
    assert "Gareth Bevan cannot be named" in summary_of(answer)
    answer = fill(client, page, **typed, as_sealed="yes")
    assert "It is taken as made" in said(answer)
    reason = {"reason-FAO-NAMED": "The court wrote it so."}
    assert fill(client, page, **typed, as_sealed="yes", **reason).status_code == 302
    assert made.case.tasks.filter(kind="family_assistance.named", ended_at=None).count() == 1
    typed[f"standing-{father.pk}"] = "parent"
    typed["months"] = "6"
    assert fill(client, page, **typed, directs=[f"visits-{father.pk}"], as_sealed="yes").status_code == 302
    made.refresh_from_db()
    assert (made.months, made.named.filter(left_at=None).count()) == (6, 2)
    assert not made.case.tasks.filter(kind="family_assistance.named", ended_at=None).exists()
    text = text_of(client, page_of(made))
    assert "Allow the officer to visit (family assistance): Gareth Bevan" in text


def test_an_authority_without_its_name_is_asked_for(made: Assistance, own: Officer, mother: Party) -> None:
    typed = {f"standing-{mother.pk}": "parent", "supplier": "authority", "as_sealed": "yes"}
    assert "Choose the local authority" in summary_of(fill(client_of(own), page_of(made, "terms/"), **typed))


def test_consent_is_recorded_and_no_page_shows_where_she_is(
    record: Record, own: Officer, teammate: Officer, mother: Party
) -> None:
    assistance = record()
    client = client_of(own)
    page, on = page_of(assistance, f"consent/{mother.pk}/"), day("on", date(2026, 3, 4))
    typed = {"answer": "given", "way": "in_person", "words": "Come to 7 Heol y Dŵr, LL11 1ZZ."}
    typed |= {"language_of_words": "en", **on}
    assert "looks like an address" in summary_of(fill(client, page, **typed, taken_by="Own, at 7 Heol y Dŵr"))
    assert fill(client, page, **typed, taken_by="Own").status_code == 302
    assert Consent.objects.get().party == mother
    text = text_of(client, page_of(assistance))
    assert "Consents" in text
    assert "Heol y D" not in text


def test_a_party_whom_it_does_not_name_may_object(
    record: Record, case: Case, own: Officer, mother: Party, father: Party
) -> None:
    from lles.work.family_assistance.changes.order import Naming

    assistance = record(named=(Naming("parent", mother),))
    page = page_of(assistance, f"said/adult/{father.pk}/")
    typed = {"about": "objection", "words": "I was not asked.", "language_of_words": "en"}
    assert "Write what they said" in summary_of(
        fill(client_of(own), page, about="objection", language_of_words="en", **day("on", date(2026, 3, 4)))
    )
    assert fill(client_of(own), page, **typed, **day("on", date(2026, 3, 4))).status_code == 302
    assert Heard.objects.get().about == "objection"
    assert "I was not asked." in text_of(client_of(own), page_of(assistance))
    assert client_of(own).get(page_of(assistance, f"consent/{father.pk}/")).status_code == 404


def test_who_only_sees_the_case_reads_no_words(
    record: Record, case: Case, own: Officer, teammate: Officer
) -> None:
    assistance, efa = record(), case.children.get(first_name="Efa")
    page = page_of(assistance, f"said/child/{efa.pk}/")
    typed = {"about": "view", "words": "Dw i eisiau help.", "language_of_words": "cy"}
    fill(client_of(own), page, **typed, **day("on", date(2026, 3, 4)))
    assert "Dw i eisiau help." in text_of(client_of(own), page_of(assistance))
    answer = client_of(teammate).get(page_of(assistance))
    assert "Dw i eisiau help." not in said(answer)


def test_there_is_room_for_one_more_issue_and_one_more_step(record: Record, own: Officer) -> None:
    page = page_of(record(), "plan/")
    client = client_of(own)
    boxes = text_of(client, page).count('name="issue-')
    answer = fill(client, page, **{"issue-0": "Handovers are tense."}, more="issue")
    text = said(answer)
    assert "Handovers are tense." in text
    assert text.count('name="issue-') == boxes + 1
    assert "govuk-error-summary" not in text


def test_an_opinion_given_in_court_is_taken_over_with_its_hearing_and_no_question_is_typed_again(
    record: Record, case: Case, own: Officer
) -> None:
    hearing = Hearing.objects.create(
        case=case, court_key="h", type_code="ABA5-FHR", starts_at=datetime(2026, 3, 4, 9, tzinfo=UTC)
    )
    page, client = page_of(record(), "opinion/"), client_of(own)
    typed = {
        "mode": "in_court", "given_by": "wales", "proposed_by": "court", "language_of_words": "en",
        **day("given_on", date(2026, 3, 4)),
    }  # fmt: skip
    answer = summary_of(fill(client, page, **typed))
    assert "Choose the hearing" in answer
    assert "Say what the opinion covers" in answer
    covers = ["best_interests", "operation", "period"]
    early = {**typed, **day("given_on", date(2026, 3, 3))}
    refused = fill(client, page, **early, hearing=str(hearing.pk), covers=covers)
    assert "The hearing was after the day on which the opinion was given" in summary_of(refused)
    ahead = timezone.now() + timedelta(days=3)
    later = Hearing.objects.create(case=case, court_key="a", type_code="ABA5-DRA", starts_at=ahead)
    offered = text_of(client, page).split('name="hearing"')[1].split("</select>")[0]
    assert f'value="{later.pk}"' not in offered
    given = {**typed, "hearing": str(hearing.pk), "covers": covers}
    assert fill(client, page, **given, paper="elsewhere", written_by="J. Rees").status_code == 302
    assert Opinion.objects.get().author == ""
    again = client.get(page)
    assert all(f'value="{one}" checked' in said(again) for one in covers)
    assert fill(client, page, **typed, hearing=str(hearing.pk), covers=covers).status_code == 302


def test_an_opinion_in_a_paper_that_came_is_taken_over_with_its_author(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    paper = receive_paper(
        case=case, by=own, at=now, looked=look_at(name="report.pdf", content=a_pdf()), kind="other",
        sender="J. Rees, an expert", came_by="email", received_on=date(2026, 3, 2),
    )  # fmt: skip
    page, client = page_of(record(), "opinion/"), client_of(own)
    typed = {
        "mode": "in_report", "given_by": "wales", "proposed_by": "court", "language_of_words": "en",
        "covers": ["best_interests", "operation", "period"], **day("given_on", date(2026, 3, 2)),
    }  # fmt: skip
    assert "Choose the report" in summary_of(fill(client, page, **typed))
    assert "Write who wrote the report" in summary_of(fill(client, page, **typed, paper="elsewhere"))
    assert fill(client, page, **typed, paper=str(paper.pk)).status_code == 302
    opinion = Opinion.objects.get()
    assert (opinion.paper, opinion.author) == (paper, "J. Rees, an expert")
    text = text_of(client, page.removesuffix("opinion/"))
    assert "What stands here is taken from it:" in text
    assert "J. Rees, an expert" in text


def test_what_makes_the_order_suitable_stands_on_its_page_for_who_may_work_on_it(
    record: Record, case: Case, own: Officer, teammate: Officer, now: datetime
) -> None:
    assistance, advice = record(), replace(ADVICE, suitable=dict.fromkeys(QUESTIONS, "Nain fetches them."))
    give_opinion(case=case, by=own, at=now, assistance=assistance, advice=advice)
    page = page_of(assistance)
    text = text_of(client_of(own), page)
    assert all(asked.en in text for asked in questions_of_suitability(Nation.WALES, MADE).values())
    assert text.count("Nain fetches them.") == len(QUESTIONS) == 12
    assert "Nain fetches them." not in said(client_of(teammate).get(page))


def test_a_written_opinion_says_on_the_page_of_the_order_what_it_leaves_open(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    assistance, answered = record(), dict.fromkeys(list(QUESTIONS)[:11], "Nain fetches them.")
    reasons = {"FAO-SUITABLE": "The last one comes on Friday."}
    advice = replace(ADVICE, suitable=answered, is_best=True, months=4)
    give_opinion(case=case, by=own, at=now, assistance=assistance, advice=advice, reasons=reasons)
    text = text_of(client_of(own), page_of(assistance))
    assert text.count("Not answered") == 1
    assert "In the best interests of the child" in text
    assert "4 months. " in text
    assert usual_length(MADE).en in text


@pytest.mark.parametrize(("language", "mark"), [("en", "(optional)"), ("cy", "(dewisol)")])
@pytest.mark.parametrize("page", ["plan/", "work/"])
def test_nothing_that_may_be_asked_for_says_that_it_can_stay_empty(
    record: Record, own: Officer, page: str, language: str, mark: str
) -> None:
    assert mark not in text_of(client_of(own, language), page_of(record(), page))


def test_words_of_an_earlier_plan_that_name_a_protected_place_are_said_to_be_left_out(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    assistance, client = record(), client_of(own)
    near = f"We meet near {HOME[0]}."
    Plan.objects.create(
        assistance=assistance, version=1, is_complete=False, steps=[],
        issues=[{"issue": "Handovers.", "benefit": near}], meetings=near, checking="Each month.",
        language="en", by=own, at=now,
    )  # fmt: skip
    text = text_of(client, page_of(assistance, "plan/"))
    assert HOME[0] not in text
    assert ("Handovers." in text, "Each month." in text) == (True, True)
    assert text.count("is not taken over. Write it again without that.") == 2


def test_the_section_8_order_beside_it_is_chosen_with_its_days(
    made: Assistance, own: Officer, mother: Party
) -> None:
    order = record_order(
        case=made.case, by=own, at=timezone.now(), kind="", title="Child arrangements order", made_on=MADE
    )
    last = MADE + timedelta(days=100)
    OrderTerms.objects.create(order=order, ends_on=last, by=own, at=timezone.now())
    about = str(made.case.children.order_by("pk")[0].pk)
    typed = {f"standing-{mother.pk}": "parent", "supplier": "service", "about": about, "as_sealed": "yes"}
    answer = fill(client_of(own), page_of(made, "terms/"), **typed, arrangements_from_order=str(order.pk))
    assert answer.status_code == 302
    made.refresh_from_db()
    assert (made.arrangements_from, made.arrangements_to) == (MADE, last)
