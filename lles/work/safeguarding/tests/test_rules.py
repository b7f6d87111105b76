"""The rules of safeguarding: each scenario under its own sentence, and what holds for every due day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lles.casefile.rules.check_answers import strongest_sentence
from lles.casefile.rules.check_bases import (
    BasisFacts,
    check_of_an_outsider_has_a_basis,
    enhanced_police_information_follows_the_first_level,
)
from lles.casefile.rules.intake import (
    application_reaches_the_team_within_working_days,
    police_answer_follows,
)
from lles.law.bilingual import Language, Text
from lles.law.calendar import court_calendar
from lles.law.due import Due, NoDay
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation
from lles.law.not_reckoned import NotReckoned
from lles.law.periods import Reckoning
from lles.law.provisions import DatedValue
from lles.law.stated import FactMissing
from lles.law.tests.scenario import Facts, Rules, Scenario, day, day_or_none, outcome, scenarios, words
from lles.work.safeguarding import rules
from lles.work.safeguarding.rules import LetterDueFacts, letter_due
from lles.work.safeguarding.rules.checks import (
    ChecksFacts,
    NotReadyFacts,
    Screening,
    both_checks_are_made_for_a_child_arrangements_order,
    court_is_told_what_is_missing_before_the_first_hearing,
    other_applications_are_screened_before_checks,
)
from lles.work.safeguarding.rules.letter_claims import (
    Answered,
    Typed,
    words_claim_no_more_than_the_answer,
)
from lles.work.safeguarding.rules.letter_writing import (
    Changed,
    ChildAssessed,
    Judged,
    OptionGiven,
    Pointer,
    a_mark_in_place_of_a_detail_is_said,
    judgements_rest_on_something,
    letter_is_whole,
    typed_words_are_kept_before_anybody_signs,
    words_do_not_point_to_a_protected_person,
    written_words_are_looked_at_again_when_an_answer_changes,
)
from lles.work.safeguarding.rules.short_notice import note_due

CALENDAR = court_calendar()
TODAY = date(2026, 3, 4)


def weight(finding: Finding | None) -> object:
    """How a finding weighs; a duty notes."""
    return finding.weight.value if finding else None


def due_facts(facts: Facts) -> LetterDueFacts:
    """The facts of a due day as a scenario states them."""
    return LetterDueFacts(
        received_on=day_or_none(facts, "receipt"),
        hearing_on=day_or_none(facts, "hearing"),
        nations=frozenset(Nation(nation) for nation in words(facts, "nations")),
        ordered_on=day_or_none(facts, "ordered"),
    )


def due(facts: Facts) -> object:
    """The due day, its provision, the two days before a hearing, and how many findings."""
    found = letter_due(due_facts(facts), CALENDAR)
    if isinstance(found, NoDay):
        return found.says.en
    before = [one.isoformat() if one else "none" for one in (found.target_on, found.last_arguable_on)]
    return [found.on, found.provision, *before, len(found.findings)]


def checks(facts: Facts) -> object:
    """Whether checks are made: by themselves, for another reason, or not before they are called for."""
    kinds = frozenset(words(facts, "kinds"))
    screened = Screening(str(facts.get("screening", "not_done")))
    asked = ChecksFacts(kinds, screened, court_calls=facts.get("court") is True)
    if found := other_applications_are_screened_before_checks(asked):
        return found.says.en
    return "made of themselves" if both_checks_are_made_for_a_child_arrangements_order(kinds) else "made"


def outsider(facts: Facts) -> object:
    """How a check of somebody outside the case weighs."""
    known = BasisFacts(str(facts.get("basis", "")), TODAY, facts.get("by") is True, "cap", TODAY)
    return next((weight(one) for one in check_of_an_outsider_has_a_basis(known)), None)


def missing(facts: Facts) -> object:
    """Whether the court is told, and by which day, that something is missing."""
    out = facts.get("checks_out", 0)
    assert isinstance(out, int)
    hearing = day_or_none(facts, "hearing")
    known = NotReadyFacts(
        hearing is not None, facts.get("letter") is not True, out, facts.get("told") is True
    )
    found = court_is_told_what_is_missing_before_the_first_hearing(known)
    return note_due(hearing, CALENDAR).on if found else None


def scope(facts: Facts) -> object:
    """Whether something said is deferred to the hearing."""
    waits = rules.before_the_first_hearing_only_safety_is_looked_into(
        is_marked=facts.get("marked") is True, tells_of_abuse=facts.get("abuse") is True
    )
    return "deferred" if waits else None


SAFETY = Text(en="Safety", cy="Diogelwch")


def weighed(found: Sequence[Finding]) -> object:
    """Each finding in English, with how it weighs."""
    return [f"{one.weight.value}: {one.says.en}" for one in found]


def evidence(facts: Facts) -> object:
    """What is said of one judgement."""
    sources = facts["sources"]
    assert isinstance(sources, int)
    judged = Judged("safety", SAFETY, sources, tuple(words(facts, "kept_from")))
    return weighed(judgements_rest_on_something((judged,)))


def whole(facts: Facts) -> object:
    """What is said of the analysis of each child and of the options put before the court."""
    options = tuple(
        OptionGiven(Text(en=f"option {number}", cy=f"dewis {number}"), bool(reason))
        for number, reason in enumerate(words(facts, "options"), 1)
    )
    children = [ChildAssessed(name, name, True) for name in words(facts, "assessed")]
    children += [ChildAssessed(name, name, False) for name in words(facts, "not_assessed")]
    return weighed(letter_is_whole(tuple(children), options))


def overstated(facts: Facts) -> object:
    """What is said of typed words beside a charge, and where no answer came."""
    carries, text = strongest_sentence("charge", ""), facts["text"]
    assert isinstance(text, str)
    answered = (
        *(Answered(name, 5, carries, date(2026, 3, 3)) for name in words(facts, "charge")),
        *(Answered(name) for name in words(facts, "waiting")),
    )
    language: Language = "cy" if facts.get("language") == "cy" else "en"
    typed = Typed(
        "safety", SAFETY, text, language, answers_of="source" if facts.get("of_others") is True else ""
    )
    return weighed(words_claim_no_more_than_the_answer((typed,), answered))


def look_again(facts: Facts) -> object:
    """What is said of sections that an answer overtook, and of words that are only saved."""
    changed = tuple(Changed(one.lower(), Text(en=one, cy=one)) for one in words(facts, "changed"))
    draft = typed_words_are_kept_before_anybody_signs(facts.get("draft") is True)
    return weighed((*written_words_are_looked_at_again_when_an_answer_changes(changed), *draft))


def pointer(facts: Facts) -> object:
    """What is said of words that name a body a reader must not learn of, and of a mark among them."""
    found = tuple(Pointer("safety", SAFETY, reader) for reader in words(facts, "readers"))
    mark = a_mark_in_place_of_a_detail_is_said(facts.get("mark") is True)
    return weighed((*words_do_not_point_to_a_protected_person(found), *mark))


RULES: Rules = {
    "SG-EVIDENCE": evidence,
    "SG-WHOLE": whole,
    "SG-OVERSTATE": overstated,
    "SG-LOOKAGAIN": look_again,
    "SG-POINTER": pointer,
    "SG-LETTER-DUE": due,
    "SG-INTAKE": lambda facts: (
        application_reaches_the_team_within_working_days(day(facts, "receipt"), CALENDAR).result
    ),
    "police": lambda facts: police_answer_follows(day(facts, "receipt"), CALENDAR).result,
    "SG-CHECKS-CAO": checks,
    "SG-CHECKS-OTHER": checks,
    "SG-NEWPARTNER": outsider,
    "SG-ENHANCED": lambda facts: weight(
        enhanced_police_information_follows_the_first_level(
            facts["first"] is True, facts["need"] is True, directed=False
        )
    ),
    "SG-NOTREADY": missing,
    "SG-SCOPE": scope,
    "SG-STATE": lambda facts: (
        rules.letter_is_named_by_nation(frozenset(Nation(one) for one in words(facts, "nations"))).en
    ),
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


days = st.dates(date(2015, 1, 1), date(2028, 6, 30))
nations = st.frozensets(st.sampled_from(Nation), max_size=3)


@settings(deadline=None)
@given(st.none() | days, st.none() | days, nations)
def test_it_is_never_due_later_than_either_way_allows(
    received: date | None, hearing: date | None, found: frozenset[Nation]
) -> None:
    due_day = letter_due(LetterDueFacts(received, hearing, found), CALENDAR)
    assert isinstance(due_day, NoDay) == (received is None and hearing is None)
    if isinstance(due_day, Due):
        assert due_day.on == min(one for one in (due_day.within_on, due_day.target_on) if one)
        assert due_day.on <= due_day.last_on
        assert Due.from_data(due_day.as_data()) == due_day


@settings(deadline=None)
@given(days, nations)
def test_it_is_never_due_later_because_a_nation_is_not_known(
    received: date, found: frozenset[Nation]
) -> None:
    day_now = letter_due(LetterDueFacts(received, None, found), CALENDAR)
    for nation in (Nation.ENGLAND, Nation.WALES):
        single = letter_due(LetterDueFacts(received, None, frozenset({nation})), CALENDAR)
        assert isinstance(day_now, Due)
        assert isinstance(single, Due)
        assert len(found) == 1 or day_now.on <= single.on


def test_it_shows_each_reckoning_with_its_source() -> None:
    facts = LetterDueFacts(date(2026, 3, 4), date(2026, 4, 9), frozenset({Nation.WALES}))
    due_day = letter_due(facts, CALENDAR)
    assert isinstance(due_day, Due)
    assert [one.provision for one in due_day.reckonings] == [
        "SG-LETTER-WITHIN-W",
        "SG-LETTER-BEFORE",
        "SG-LETTER-BEFORE",
    ]
    assert all(one.source for one in due_day.reckonings)
    assert "Cyfarwyddyd Ymarfer 12B" in due_day.explain("cy")


def test_it_takes_the_day_by_a_law_that_changed() -> None:
    law = dict(rules.PROVISIONS)
    within = replace(law["SG-LETTER-WITHIN-E"], settable=True)
    changed = DatedValue("working_days", 10, starts=date(2026, 3, 5))
    law["SG-LETTER-WITHIN-E"] = within.with_value(changed)
    for received, expected in ((date(2026, 3, 4), date(2026, 3, 27)), (date(2026, 3, 5), date(2026, 3, 19))):
        facts = LetterDueFacts(received, None, frozenset({Nation.ENGLAND}))
        found = letter_due(facts, CALENDAR, law)
        assert found.on == expected


@pytest.mark.parametrize("rule", sorted(rules.EXPLAINED))
def test_it_explains_each_computed_day_in_both_languages(rule: str) -> None:
    facts = {"receipt": "2026-03-04", "hearing": "2026-04-09", "nation": "wales"}
    explained: Reckoning | Due = rules.EXPLAINED[rule](facts)
    assert explained.explain("en") != explained.explain("cy")


@pytest.mark.parametrize("rule", sorted(rules.EXPLAINED))
def test_it_says_which_fact_is_missing(rule: str) -> None:
    with pytest.raises((FactMissing, NotReckoned)):
        rules.EXPLAINED[rule]({})
