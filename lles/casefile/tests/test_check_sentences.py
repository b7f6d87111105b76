"""No sentence claims more than the closed word behind it, whatever an answer holds."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lles.casefile.rules.check_answers import outcomes, outcomes_of, strongest_sentence
from lles.casefile.rules.claims import says_more_than_its_word, strength_of
from lles.law.bilingual import Language

of_police = st.lists(st.sampled_from([one.code for one in outcomes_of("police")]), min_size=1, max_size=5)


@pytest.mark.parametrize("language", ["en", "cy"])
@given(codes=of_police)
def test_no_sentence_is_stronger_than_its_word(language: Language, codes: list[str]) -> None:
    for code in codes:
        assert strength_of(strongest_sentence(code).said(language), [language]) <= outcomes()[code].strength
    whole = " ".join(strongest_sentence(code).said(language) for code in codes)
    assert strength_of(whole, [language]) <= max(outcomes()[code].strength for code in codes)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_proof_goes_red_where_a_sentence_is_put_under_a_weaker_word(language: Language) -> None:
    told = ["incident", "allegation", "arrest", "charge", "caution", "convicted"]
    for weaker, stronger in pairwise(told):
        sentence = strongest_sentence(stronger).said(language)
        assert strength_of(sentence, [language]) > outcomes()[weaker].strength


def test_what_is_typed_under_a_word_may_claim_more_than_it() -> None:
    assert says_more_than_its_word("allegation", "Convicted of assault")
    assert says_more_than_its_word("arrest", "Euogfarn am ymosod")
    assert not says_more_than_its_word("convicted", "Convicted of assault")
    assert not says_more_than_its_word("acquitted", "Charge of assault, not guilty")
