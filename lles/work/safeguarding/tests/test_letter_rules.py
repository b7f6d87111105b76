"""What bars, warns and notes before a safeguarding letter is filed."""

from dataclasses import replace
from datetime import date

import pytest

from lles.law.findings import Finding, Weight
from lles.law.pathway import Pathway
from lles.work.safeguarding.rules import (
    AdultAsked,
    LetterFilingFacts,
    Withheld,
    check_letter,
    later_information_makes_an_update,
    letter_does_not_reach_a_party_it_is_withheld_from,
)

FRIDAY = date(2026, 3, 20)
FATHER = Withheld("father", "Dafydd ap Huw", "he threatened to use it", "Ann Price")
READY = LetterFilingFacts(
    pathway=Pathway.CAP,
    adults=(AdultAsked("mother", "Siân", spoken_to=True), AdultAsked("father", "Dafydd", spoken_to=True)),
)


def found(facts: LetterFilingFacts) -> list[tuple[str, Weight]]:
    """The provisions that have something to say, and how it weighs."""
    return [(finding.provision, finding.weight) for finding in check_letter(facts)]


def test_it_has_nothing_to_say_of_a_letter_that_is_ready() -> None:
    assert found(READY) == []


@pytest.mark.parametrize("pathway", [Pathway.PATHFINDER, Pathway.PUBLIC_LAW])
def test_it_bars_a_letter_outside_the_programme(pathway: Pathway) -> None:
    assert found(replace(READY, pathway=pathway)) == [("PF-NOLETTER", Weight.BARS)]


def test_it_bars_a_letter_that_was_filed_before() -> None:
    assert found(replace(READY, already_filed=True)) == [("REC-IMMUTABLE", Weight.BARS)]


@pytest.mark.parametrize(("reason", "signer", "barred"), [("", "Ann", 1), ("harm", " ", 1), ("", "", 2)])
def test_it_bars_withholding_without_a_reason_or_a_signature(reason: str, signer: str, barred: int) -> None:
    held = replace(FATHER, reason=reason, signed_by=signer)
    assert found(replace(READY, withheld=(held,))) == [("SG-DISCLOSE", Weight.BARS)] * barred


def test_it_notes_a_letter_that_is_rightly_withheld() -> None:
    assert found(replace(READY, withheld=(FATHER,))) == [("SG-DISCLOSE", Weight.NOTES)]


def test_it_sends_nothing_to_the_party_it_is_withheld_from() -> None:
    finding = letter_does_not_reach_a_party_it_is_withheld_from((FATHER,), "father")
    assert finding
    assert (finding.weight, finding.facts) == (Weight.BARS, (("party", "father"),))
    assert letter_does_not_reach_a_party_it_is_withheld_from((FATHER,), "mother") is None


def test_it_warns_of_each_adult_not_spoken_to() -> None:
    nobody = tuple(replace(adult, spoken_to=False) for adult in READY.adults)
    assert found(replace(READY, adults=nobody)) == [("SG-CALLS", Weight.WARNS)] * 2


def test_it_says_whether_anybody_tried() -> None:
    tried = AdultAsked("father", "Dafydd", spoken_to=False, attempts=3)
    says = [
        check_letter(replace(READY, adults=(adult,)))[0].says for adult in (tried, replace(tried, attempts=0))
    ]
    assert says[0].cy == "Ni chafwyd gafael ar Dafydd. Nifer yr ymgeisiau: 3. Bydd y llythyr yn dweud hynny."
    assert (
        says[1].en
        == "Nobody has tried to speak to Dafydd. The letter will say that there was no conversation."
    )


def test_it_warns_of_checks_still_out_and_counts_them() -> None:
    facts = replace(READY, checks_outstanding=("police: Siân", "Wrecsam: Siân"))
    (finding,) = check_letter(facts)
    assert (finding.provision, finding.weight) == ("SG-NOTREADY", Weight.WARNS)
    assert finding.facts == (("check", "police: Siân"), ("check", "Wrecsam: Siân"))
    assert "2" in finding.says.cy


def test_it_warns_of_answers_to_questions_that_were_asked_with_other_details() -> None:
    (finding,) = check_letter(replace(READY, asked_otherwise=("police:party:7:1",)))
    assert (finding.provision, finding.weight) == ("SG-NOTREADY", Weight.WARNS)
    assert "may be about somebody else" in finding.says.en


@pytest.mark.parametrize(("arguable", "word"), [(None, "due day"), (FRIDAY, "last arguable day")])
def test_it_warns_of_a_late_letter_and_never_forbids_it(arguable: date | None, word: str) -> None:
    (finding,) = check_letter(replace(READY, is_late=True, is_overdue=True, arguable_until=arguable))
    assert (finding.provision, finding.weight) == ("SG-LETTER-DUE", Weight.WARNS)
    assert word in finding.says.en


def test_it_asks_no_reason_while_it_can_be_argued_that_there_is_time() -> None:
    (finding,) = check_letter(replace(READY, is_late=True, arguable_until=FRIDAY))
    assert (finding.provision, finding.weight) == ("SG-LETTER-DUE", Weight.NOTES)
    assert "Friday 20 March 2026" in finding.says.en


def test_a_letter_that_says_itself_why_it_is_late_is_asked_for_no_other_reason() -> None:
    (finding,) = check_letter(replace(READY, is_late=True, is_overdue=True, lateness_is_said=True))
    assert (finding.provision, finding.weight) == ("SG-LETTER-DUE", Weight.NOTES)


def test_it_puts_what_bars_first() -> None:
    facts = LetterFilingFacts(
        pathway=Pathway.PATHFINDER,
        adults=(AdultAsked("mother", "Siân", spoken_to=False),),
        withheld=(replace(FATHER, reason=""),),
        already_filed=True,
    )
    weights = [finding.weight for finding in check_letter(facts)]
    assert weights == [Weight.BARS, Weight.BARS, Weight.BARS, Weight.WARNS]


def test_it_goes_to_plain_values_and_back() -> None:
    for finding in check_letter(replace(READY, withheld=(FATHER,), is_late=True)):
        assert Finding.from_data(finding.as_data()) == finding


@pytest.mark.parametrize(
    ("news", "on_its_way", "wanted"), [(1, False, True), (0, True, True), (0, False, False)]
)
def test_what_is_new_makes_an_update_until_the_court_has_it(
    news: int, on_its_way: bool, wanted: bool
) -> None:
    assert later_information_makes_an_update(news=news, is_on_its_way=on_its_way) is wanted
