"""A family that is helped under a family assistance order: the plan is at work, one step is done, the review
is near, and the father put his consent in writing only after the order was made."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.people import allocate
from lles.casefile.queries.readers import nation_of_officers
from lles.site.demo.asking import parents
from lles.site.demo.cast import Cast
from lles.site.demo.days import StoryDays
from lles.site.demo.ended import first_application_ends, got_to_know
from lles.site.demo.writing import serve_all
from lles.work.family_assistance.changes.opinion import Advice, give_opinion
from lles.work.family_assistance.changes.order import Naming, Terms, propose_assistance, record_terms
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import (
    Check,
    Issue,
    PlanSays,
    Step,
    record_work,
    tell_plan,
    write_plan,
)
from lles.work.family_assistance.changes.said import record_consent, record_heard
from lles.work.family_assistance.queries.facts import REPORT
from lles.work.family_assistance.queries.papers import Typed
from lles.work.family_assistance.rules import questions_of_suitability
from lles.work.family_assistance.rules.papers import Paper

if TYPE_CHECKING:
    from lles.casefile.models import Case, Child, Party
    from lles.work.family_assistance.models import Assistance

ORDERED, REVIEW_IN, REPORT_IN = 112, 4, 12  # working days ago, and ahead
MONTHS = 6
BEST = "Cafodd y plentyn ei hun rhwng dau gartref nad ydynt yn siarad. Byddai rhywun yn y canol o gymorth."
OPERATES = "Ymweliad â phob cartref, a sgwrs â phob rhiant bob mis."
NONE = "Heb orchymyn ni fyddai neb yn dwyn y ddau at ei gilydd."
ANSWERS = {
    "welfare": "Byddai. Byddai'r penwythnos yn dechrau'n dawelach.",
    "target": "Gellir: trosglwyddo tawel, a galwad bob wythnos.",
    "cooperation": "Bydd y ddau riant, meddant hwy.",
    "feelings_apart": "Gall y ddau, gyda chymorth.",
    "without_the_order": "Na ellid. Nid yw'r ddau gartref yn siarad â'i gilydd.",
    "wishes": "Ydy. Mae am siarad ar y ffôn heb neb yn gwrando.",
    "others": "Gallai'r ddwy nain helpu gyda'r trosglwyddo.",
    "report": "Un adroddiad, yn agos at y diwedd.",
    "needed_for_a_short_time": "Oes, am chwe mis.",
    "spoken_to": "Do, â'r ddau riant ac â'r plentyn.",
    "agreed_plan": "Bydd. Mae'r ddau riant am gael cynllun.",
    "realistic": "Oes. Mae'r ddau riant am roi cynnig arno.",
}
HERS = "Mi wna' i 'ngorau, er mwyn y plentyn."
HIS = "I will give it a try. I should have said so in court."
CHILDS = "Dw i eisiau cael siarad â Dad ar y ffôn heb neb yn gwrando."
PLAN = PlanSays(
    issues=(
        Issue(
            1, "Mae'r trosglwyddo ar nos Wener yn anodd.", "Mae'r plentyn yn dechrau'r penwythnos yn dawel."
        ),
        Issue(2, "Collir galwadau ffôn.", "Mae'r plentyn yn clywed gan y ddau riant."),
    ),
    steps=(
        Step(1, "Ymweld â phob cartref a chytuno ar y trosglwyddo.", "visit", "officer", "agreed"),
        Step(
            2,
            "Galwad ffôn bob nos Fercher am chwech.",
            "by_family",
            "other",
            "agreed",
            "eu nain, Glenys Parry",
        ),
    ),
    meetings="Yn y swyddfa, fore Mawrth.",
    ending="review",
    back_to_court="Os bydd dau drosglwyddo yn olynol yn methu.",
    language="cy",
)
WITH_ADULT, WITH_CHILD = ("Dros y ffôn.", "Bob mis."), ("Sgwrs yn yr ysgol.", "Bob hanner tymor.")
DONE = "Ymwelais â'r ddau gartref. Cytunwyd y bydd nain yn nôl y plentyn o'r ysgol."
GOING = "Bu tair galwad o bedair y mis hwn."


def help_family(case: "Case", cast: Cast, days: StoryDays) -> None:
    """The first application ended; the court asked for an opinion, made the order, and the work goes on."""
    nia = cast["nia"]
    allocate(case=case, by=cast["rhian"], at=days.at(ORDERED + 20, 9), to=nia)
    got_to_know(case, nia, days.at(ORDERED + 19, 12))
    first_application_ends(case, nia, days.at(ORDERED + 12, 15), days.at(ORDERED + 8, 9, 30))
    assistance = _weigh(case, cast, days)
    _order(case, assistance, cast, days)
    _agree(case, assistance, cast, days)
    _work(assistance, cast, days)


def _weigh(case: "Case", cast: Cast, days: StoryDays) -> "Assistance":
    """The opinion with its lists, what the people say of it, and the consent of the mother."""
    nia, (mother, father), at = cast["nia"], parents(case), days.at(ORDERED + 6, 11)
    assistance = propose_assistance(case=case, by=nia, at=at)
    terms = Terms(_named(case), "service", months=MONTHS)
    record_terms(case=case, by=nia, at=at, assistance=assistance, terms=terms)
    questions = questions_of_suitability(nation_of_officers(case), at.date())
    advice = Advice(
        given_on=at.date(), mode="written", given_by="wales", proposed_by="court", is_best=True,
        best_interests=BEST, operation=OPERATES, months=MONTHS, better_than_none=NONE,
        suitable={name: ANSWERS[name] for name in questions}, language="cy",
    )  # fmt: skip
    give_opinion(case=case, by=nia, at=at, assistance=assistance, advice=advice)
    for party in (mother, father):
        _heard(assistance, cast, days.at(ORDERED + 4, 14), about="no_comment", party=party)
    for child in case.children.all():
        _heard(assistance, cast, days.at(ORDERED + 3, 15), about="no_comment", child=child)
        _heard(assistance, cast, days.at(ORDERED + 3, 15), CHILDS, about="view", child=child)
    _consented(assistance, cast, days, mother, ORDERED + 2, ("in_person", HERS, "cy"))
    return assistance


def _order(case: "Case", assistance: "Assistance", cast: Cast, days: StoryDays) -> None:
    """The order as the court sealed it, and the letters that say what it means."""
    nia, at = cast["nia"], days.at(ORDERED, 15, 30)
    record_order(case=case, by=nia, at=at, kind="family_assistance", title="C42", made_on=at.date())
    assistance.refresh_from_db()
    directs = (Directed(REPORT, due_on=days.ahead(REPORT_IN)),)
    terms = Terms(
        _named(case), "service", months=MONTHS, as_sealed=True, directs=directs, arrangements_from=at.date()
    )
    record_terms(case=case, by=nia, at=at, assistance=assistance, terms=terms)
    _make(assistance, cast, days.at(ORDERED - 1, 10), Paper.LETTER)


def _agree(case: "Case", assistance: "Assistance", cast: Cast, days: StoryDays) -> None:
    """The plan in its six parts; the father consents in writing, too late for the order, and agrees."""
    nia, (mother, father) = cast["nia"], parents(case)
    _consented(assistance, cast, days, father, ORDERED - 9, ("in_writing", HIS, "en"))
    at = days.at(ORDERED - 12, 11)
    checks = (
        *(Check(f"party:{one.pk}", *WITH_ADULT) for one in (mother, father)),
        *(Check(f"child:{one.pk}", *WITH_CHILD) for one in case.children.all()),
    )
    says = replace(PLAN, checks=checks, review_on=days.ahead(REVIEW_IN))
    plan = write_plan(case=case, by=nia, at=at, assistance=assistance, says_=says, complete=True)
    for party, words, language in ((mother, HERS, "cy"), (father, "", "en")):
        tell_plan(
            case=case, by=nia, at=at, plan=plan, party=party, on=at.date(), agrees=True, words=words,
            language=language,
        )  # fmt: skip
    _make(assistance, cast, days.at(ORDERED - 12, 12), Paper.PLAN)


def _work(assistance: "Assistance", cast: Cast, days: StoryDays) -> None:
    """One step is done, the other goes on."""
    for days_ago, kind, number, words in ((70, "done", 1, DONE), (15, "going", 2, GOING)):
        at = days.at(days_ago, 16)
        record_work(
            case=assistance.case, by=cast["nia"], at=at, assistance=assistance, kind=kind, number=number,
            on=at.date(), words=words, language="cy",
        )  # fmt: skip


def _named(case: "Case") -> tuple[Naming, ...]:
    grown = [Naming("parent", party) for party in parents(case)]
    return (*grown, *(Naming("child", child=child) for child in case.children.all()))


def _heard(
    assistance: "Assistance", cast: Cast, at: datetime, words: str = "", *, about: str,
    party: "Party | None" = None, child: "Child | None" = None,
) -> None:  # fmt: skip
    record_heard(
        case=assistance.case, by=cast["nia"], at=at, assistance=assistance, about=about, on=at.date(),
        words=words, language="cy", party=party, child=child,
    )  # fmt: skip


def _consented(
    assistance: "Assistance", cast: Cast, days: StoryDays, party: "Party", days_ago: int,
    said: tuple[str, str, str],
) -> None:  # fmt: skip
    at, (way, words, language) = days.at(days_ago, 14, 30), said
    record_consent(
        case=assistance.case, by=cast["nia"], at=at, assistance=assistance, party=party, answer="given",
        on=at.date(), way=way, taken_by=cast["nia"].name, words=words, language=language,
    )  # fmt: skip


def _make(assistance: "Assistance", cast: Cast, at: datetime, paper: Paper) -> None:
    make_papers(
        case=assistance.case, by=cast["nia"], at=at, assistance=assistance, paper=paper, typed=Typed()
    )
    serve_all(assistance.case, cast["nia"], at)
