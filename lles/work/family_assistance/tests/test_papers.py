"""The documents of an order: who has which, what each copy says and leaves out, and what follows."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from lles.casefile.changes.directions import Directed
from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.gate import GateRefused, sealed
from lles.casefile.models import Case, Child, Document, Filing, Officer, Party
from lles.casefile.tests.accepted import the_court_accepts
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.law.bilingual import Language
from lles.links.pdf_reader import places
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import Issue, PlanSays, Step, record_work, write_plan
from lles.work.family_assistance.models import Assistance, Issued, NotSent
from lles.work.family_assistance.queries.facts import REPORT, last_day_of
from lles.work.family_assistance.queries.papers import Typed, papers_open, untold
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import checked

VIEWS: dict[Language, str] = {"en": "We like Sundays.", "cy": "Rydyn ni'n hoffi dydd Sul."}
BOTH: dict[Language, str] = {"en": "It goes well.", "cy": "Mae'n mynd yn dda."}
MADE = date(2026, 3, 4)
Make = Callable[..., list[Document]]
AN_END = datetime(2026, 9, 4, 9, tzinfo=UTC)


@pytest.fixture
def assistance(
    record: Callable[..., Assistance], case: Case, own: Officer, now: datetime, mother: Party
) -> Assistance:
    """An order of six months with a plan at work: one step is the mother's own affair."""
    made = record(months=6, directs=(Directed(REPORT),), arrangements_from=MADE)
    plan = PlanSays(
        (Issue(1, "Handovers are tense.", "Efa is calm."), Issue(2, "Calls are missed.", "Efa is heard.")),
        (
            Step(1, "A call each week.", "conversation", "officer", "agreed"),
            Step(2, "She goes to a group on Tuesdays.", "another_service", f"party:{mother.pk}", "agreed"),
        ),
        "By telephone each month.", "At the office.", "review", None, "If a handover fails twice.",
    )  # fmt: skip
    write_plan(case=case, by=own, at=now, assistance=made, says_=checked(made, plan), complete=True)
    return made


@pytest.fixture
def make(assistance: Assistance, case: Case, own: Officer, now: datetime) -> Make:
    """Makes one document for everybody, unless the test says otherwise."""

    def made(
        paper: Paper, at: datetime = now, reasons: dict[str, str] | None = None, **more: object
    ) -> list[Document]:
        typed = Typed(**{"words": BOTH, "views": VIEWS, **more})  # type: ignore[arg-type]  # named by a mapping
        return list(
            make_papers(
                case=case, by=own, at=at, assistance=assistance, paper=paper, typed=typed, reasons=reasons
            )
        )  # fmt: skip

    return made


def close_steps(assistance: Assistance, own: Officer) -> None:
    """Both steps of the plan are closed after the last day."""
    for number in (1, 2):
        record_work(
            case=assistance.case, by=own, at=AN_END, assistance=assistance, kind="left", on=AN_END.date(),
            words="There was no time.", language="en", number=number,
        )  # fmt: skip


def words_of(document: Document) -> str:
    return " ".join(" ".join(place.text for place in places(sealed(document).content)).split())


def of(documents: list[Document], reader: str, language: str) -> str:
    return words_of(next(one for one in documents if (one.reader, one.language) == (reader, language)))


def tasks(case: Case) -> set[str]:
    found = case.tasks.filter(ended_at=None).values_list("kind", flat=True)
    return {kind.removeprefix("family_assistance.") for kind in found}


def test_each_named_adult_has_the_letter_at_the_start_in_their_language_and_is_served(
    make: Make, assistance: Assistance, case: Case, mother: Party, father: Party
) -> None:
    Party.objects.filter(pk=father.pk).update(language="")
    assert "letter" in tasks(case)
    made = make(Paper.LETTER)
    assert {one.party_id for one in made} == {mother.pk, father.pk}
    text, cymraeg = of(made, father.slug, "en"), of(made, father.slug, "cy")
    for said in ("cannot change or suspend", "3 September 2026", "999", "outside office hours"):
        assert said.replace(" ", "") in text.replace(" ", "").replace("\u00a0", ""), said
    for said in ("Ni all y swyddog newid nac atal", "3 Medi 2026", "999", "oriau swyddfa"):
        assert said.replace(" ", "") in cymraeg.replace(" ", "").replace("\u00a0", ""), said
    assert case.tasks.filter(kind="casefile.serve", ended_at=None).count() == 2
    assert "letter" not in tasks(case)
    assert Paper.LETTER not in papers_open(assistance)


def test_who_gets_none_has_a_reason_and_is_not_asked_about_again(
    make: Make, assistance: Assistance, case: Case, mother: Party, father: Party
) -> None:
    made = make(Paper.LETTER, without={f"party-{father.pk}": "He would find her."})
    assert {one.party_id for one in made} == {mother.pk}
    assert NotSent.objects.get().reason == "He would find her."
    assert not untold(assistance, Paper.LETTER)
    assert "He would find her" not in str(list(case.entries.values_list("facts", flat=True)))


def test_each_copy_of_the_plan_leaves_out_what_its_reader_must_not_see(
    make: Make, mother: Party, father: Party
) -> None:
    made = make(Paper.PLAN, left_out={father.pk: ["step-2", "issue-2", "back_to_court"]})
    hers = words_of(next(one for one in made if one.party_id == mother.pk))
    his = words_of(next(one for one in made if one.party_id == father.pk))
    for said in ("group on Tuesdays", "Calls are missed", "fails twice"):
        assert said in hers
        assert said not in his
    assert "Handovers are tense" in his
    assert Issued.objects.get().left_out == {str(father.pk): ["step-2", "issue-2", "back_to_court"]}


def test_the_next_page_still_leaves_it_out(
    make: Make, assistance: Assistance, case: Case, own: Officer, father: Party
) -> None:
    make(Paper.PLAN, left_out={father.pk: ["step-2"]})
    path = f"/cases/{case.reference}/family-assistance/{assistance.pk}/documents/family_plan/"
    page = text_of(client_of(own), path)
    box = page.split(f'name="leave-party-{father.pk}"')
    assert any('value="step-2"' in part[:200] and "checked" in part[:200] for part in box[1:])


def test_a_referral_goes_to_the_court_in_both_languages_and_changes_no_order(
    make: Make, assistance: Assistance, case: Case, father: Party
) -> None:
    before = last_day_of(assistance)
    made = make(Paper.REFERRAL, to_court=True, asks="more_time")
    court = [one for one in made if one.reader == "court"]
    assert {one.language for one in court} == {"en", "cy"}
    said = {one.language: words_of(one) for one in court}
    assert "cannot be extended" in said["en"]
    assert "Ni ellir ymestyn" in said["cy"]
    assert "cannot change or suspend an order" in said["en"]
    assert set(Filing.objects.values_list("court_type", flat=True)) == {"Correspondence"}
    assert (assistance.worked.get().kind, assistance.worked.get().asks) == ("referred", "more_time")
    assistance.refresh_from_db()
    assert last_day_of(assistance) == before
    assert assistance.order is not None
    assert assistance.order.directions.filter(superseded_at=None).count() == 1


def test_the_directed_report_ends_its_task_once_the_court_has_it(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    make(Paper.REPORT, to_court=True)
    assert "report" in tasks(case)
    the_court_accepts(case, own, now)
    assert "report" not in tasks(case)
    assert case.tasks.filter(kind="casefile.serve", ended_at=None).exists()


def test_words_in_one_language_reach_a_reader_of_the_other_with_a_reason(
    make: Make, mother: Party, father: Party
) -> None:
    Party.objects.filter(pk=father.pk).update(language="cy")
    with pytest.raises(NeedsReason) as asked:
        make(Paper.REVIEW, words={"en": "Calm."}, views={}, tells={father.pk: ["words"]})
    assert {one.provision for one in asked.value.findings} == {"CYM-EQUAL"}
    made = make(
        Paper.REVIEW, words={"en": "Calm."}, views={}, tells={father.pk: ["words"]},
        reasons={"CYM-EQUAL": "He asked for it now."},
    )  # fmt: skip
    assert "ysgrifennwyd yn Saesneg" in of(made, father.slug, "cy")


def test_a_review_that_nobody_had_recorded_is_recorded_with_its_document(make: Make, case: Case) -> None:
    assert "review" in tasks(case)
    make(Paper.REVIEW)
    assert "review" not in tasks(case)


def test_the_end_says_what_came_of_each_issue_and_everybody_is_told(
    make: Make, assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    for number in (1, 2):
        record_work(
            case=case, by=own, at=AN_END, assistance=assistance, kind="outcome", on=AN_END.date(),
            words=f"Outcome {number}.", language="en", number=number,
        )  # fmt: skip
    close_steps(assistance, own)
    assert "closing" in tasks(case)
    with pytest.raises(NeedsReason) as asked:
        make(Paper.END, to_court=True)
    assert [one.provision for one in asked.value.findings] == ["FAO-END"]
    assert "3 September 2026" in asked.value.findings[0].says.en
    report = make(Paper.END, at=AN_END, to_court=True)
    said = of(report, "court", "en")
    for words in ("Outcome 1.", "Outcome 2.", "What the children say", VIEWS["en"], BOTH["en"]):
        assert words in said
    efa = case.children.get(first_name="Efa")
    Child.objects.filter(pk=efa.pk).update(language="cy", born_on=date(2019, 1, 1))
    made = make(Paper.CLOSING, at=AN_END, of_child={efa.pk: {"cy": "Diolch am siarad."}})
    childs = next(one for one in made if one.child_id == efa.pk)
    assert childs.kind == Paper.CHILDS_CLOSING
    assert "Diolch am siarad." in words_of(childs)
    assert "Outcome" not in words_of(childs)
    assert "closing" not in tasks(case)
    assert {"casefile.serve", "casefile.give_to_child"} <= tasks(case)


@pytest.mark.parametrize("paper", [Paper.LETTER, Paper.PLAN, Paper.REVIEW, Paper.REFERRAL])
def test_after_the_last_day_nothing_new_is_written(make: Make, paper: Paper) -> None:
    with pytest.raises(Barred) as barred:
        make(paper, at=AN_END, to_court=True)
    assert barred.value.findings[0].provision == "FAO-END"


def test_the_gate_refuses_a_letter_that_says_where_she_is(make: Make, father: Party) -> None:
    where: dict[Language, str] = {"en": "At 7 Heol y Dŵr, LL11 1ZZ.", "cy": "Yn 7 Heol y Dŵr."}
    with pytest.raises(GateRefused):
        make(Paper.REVIEW, words=where, tells={father.pk: ["words"]})
    assert not Issued.objects.exists()


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Say whether a copy goes"), ("cy", "Dywedwch a oes copi")]
)
def test_an_end_report_is_written_looked_at_and_made_on_its_page(
    assistance: Assistance, case: Case, own: Officer, mother: Party, father: Party, language: str, said: str
) -> None:
    close_steps(assistance, own)
    client = client_of(own, language)
    page = f"/cases/{case.reference}/family-assistance/{assistance.pk}/"
    path = f"{page}documents/family_end_report/"
    typed = {
        "words-en": "Calm.",
        "words-cy": "Tawel.",
        "to_court": "no",
        "views-en": "Good.",
        "views-cy": "Da.",
    }
    answer = fill(client, path, **typed)
    assert said in summary_of(answer)
    assert "Tawel." in answer.content.decode()
    for reader in (mother.slug, "court"):
        looked = client.get(f"{path}{reader}/cy/")
        assert looked.headers["Content-Type"] == "application/pdf"
    assert client.get(f"{path}respondent-9/cy/").status_code == 404
    goes = {f"goes-party-{one.pk}": "yes" for one in (mother, father)}
    answer = fill(client, path, **typed, **goes)
    assert answer.status_code == 302, summary_of(answer)
    assert case.documents.filter(kind="family_end_report").exists()
    assert not Filing.objects.exists()
    assert "PDF" in text_of(client, page)


@pytest.mark.parametrize("paper", [Paper.END, Paper.REVIEW])
@pytest.mark.parametrize("to_adults", [False, True])
def test_what_the_children_say_is_for_the_court_unless_the_author_says_otherwise(
    make: Make, mother: Party, father: Party, paper: Paper, to_adults: bool
) -> None:
    views = {"en": "I cry at night.", "cy": "Rwy'n crio yn y nos."}
    reasons = {"FAO-END": "It ends early, by agreement.", "FH-CHILDWORDS": "They asked me to tell."}
    tells = {one.pk: ["words", *(["views"] if to_adults else [])] for one in (mother, father)}
    made = make(paper, views=views, tells=tells, to_court=True, reasons=reasons)
    court, his, hers = of(made, "court", "en"), of(made, father.slug, "en"), of(made, mother.slug, "cy")
    assert views["en"] in court
    for text, words in ((his, (views["en"], "What the children say")), (hers, ("crio yn y nos",))):
        assert all((one in text) is to_adults for one in words)
    assert BOTH["en"] in his


def test_a_report_is_offered_where_one_is_directed(record: Callable[..., Assistance]) -> None:
    assert Paper.REPORT not in papers_open(record(months=6))
