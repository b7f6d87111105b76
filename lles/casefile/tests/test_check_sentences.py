"""No sentence claims more than the closed word behind it, whatever an answer holds."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lles.casefile.rules.check_answers import outcomes, outcomes_of, strongest_sentence
from lles.casefile.rules.claims import says_more_than_its_word, strength_of
from lles.law.bilingual import Language

of_police = st.lists(st.sampled_from([one.code for one in outcomes_of("police")]), min_size=1, max_size=5)


@pytest.mark.parametrize("language", ["en", "cy"])
@given(codes=of_police, ended=st.sampled_from(["", "2020", "2020-05-04"]))
def test_no_sentence_is_stronger_than_its_word(language: Language, codes: list[str], ended: str) -> None:
    for code in codes:
        assert (
            strength_of(strongest_sentence(code, ended).said(language), [language])
            <= outcomes()[code].strength
        )
    whole = " ".join(strongest_sentence(code, ended).said(language) for code in codes)
    assert strength_of(whole, [language]) <= max(outcomes()[code].strength for code in codes)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_proof_goes_red_where_a_sentence_is_put_under_a_weaker_word(language: Language) -> None:
    told = ["incident", "allegation", "arrest", "charge", "caution", "convicted"]
    for weaker, stronger in pairwise(told):
        sentence = strongest_sentence(stronger, "").said(language)
        assert strength_of(sentence, [language]) > outcomes()[weaker].strength


def test_what_is_typed_under_a_word_may_claim_more_than_it() -> None:
    assert says_more_than_its_word("allegation", "Convicted of assault")
    assert says_more_than_its_word("arrest", "Euogfarn am ymosod")
    assert not says_more_than_its_word("convicted", "Convicted of assault")
    assert not says_more_than_its_word("acquitted", "Charge of assault, not guilty")


STATES = (
    "charge", "open_assessment", "child_in_need_plan", "child_protection_enquiry", "child_protection_plan",
    "looked_after",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("code", STATES)
def test_what_has_ended_is_told_as_over(language: Language, code: str) -> None:
    said = strongest_sentence(code, "2020").said(language)
    assert not re.search(r"^(Mae|Children's services are|There is|A child is)\b", said)
    assert said != strongest_sentence(code, "").said(language)


def test_nothing_that_an_answer_says_goes_on_is_told_so_once_it_ended() -> None:
    still = re.compile(r"^(There is a ch|Children's services are|A child is)")
    told = [code for code in outcomes() if still.search(strongest_sentence(code, "").en)]
    assert sorted(told) == sorted(STATES)
    assert not any(still.search(strongest_sentence(code, "2020").en) for code in outcomes())
