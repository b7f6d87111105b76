"""What stands in the way of filing a further letter to the court (SG-SHORTNOTICE, SG-NOTREADY, SG-UPDATE)."""

from dataclasses import dataclass
from datetime import date

from lles.law.findings import Finding, Weight
from lles.law.pathway import Pathway
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.letter_claims import (
    Answered,
    Typed,
    words_claim_no_more_than_the_answer,
)
from lles.work.safeguarding.rules.letter_filing import no_safeguarding_letter_outside_the_programme
from lles.work.safeguarding.rules.letter_writing import (
    InOneLanguage,
    a_mark_in_place_of_a_detail_is_said,
    typed_words_are_kept_before_anybody_signs,
    words_reach_each_party_in_their_language,
)
from lles.work.safeguarding.rules.provisions import safeguarding_law

LETTER, UPDATE = "letter", "update"


@dataclass(frozen=True)
class FurtherFilingFacts:
    """The file as it stands when somebody is about to file a further letter."""

    kind: FurtherKind
    pathway: Pathway
    letter_is_filed: bool = False
    is_written: bool = False
    says_whether_advice_changes: bool = False
    in_one_language: tuple[InOneLanguage, ...] = ()
    draft_in_hand: bool = False
    holds_a_mark: bool = False
    typed: tuple[Typed, ...] = ()
    answered: tuple[Answered, ...] = ()


def check_further(facts: FurtherFilingFacts) -> tuple[Finding, ...]:
    """Everything the rules have to say before a further letter is filed."""
    found = (
        no_safeguarding_letter_outside_the_programme(facts.pathway),
        short_notice_is_for_before_the_letter(facts),
        *update_says_what_is_new_and_what_it_means(facts),
        *words_reach_each_party_in_their_language(facts.in_one_language),
        *typed_words_are_kept_before_anybody_signs(facts.draft_in_hand),
        *words_claim_no_more_than_the_answer(facts.typed, facts.answered),
        *a_mark_in_place_of_a_detail_is_said(facts.holds_a_mark),
    )
    return tuple(finding for finding in found if finding is not None)


def short_notice_is_for_before_the_letter(facts: FurtherFilingFacts) -> Finding | None:
    """Once the letter is filed, later news is an update (SG-SHORTNOTICE, SG-UPDATE)."""
    if facts.kind is not FurtherKind.SHORT_NOTICE or not facts.letter_is_filed:
        return None
    return safeguarding_law()["SG-SHORTNOTICE"].finding(
        "letter_is_filed", weight=Weight.BARS, put_right=UPDATE
    )


def update_says_what_is_new_and_what_it_means(facts: FurtherFilingFacts) -> tuple[Finding, ...]:
    """An update follows a filed letter, says what the news means, and whether the advice changes
    (SG-UPDATE)."""
    if facts.kind is not FurtherKind.UPDATE:
        return ()
    update = safeguarding_law()["SG-UPDATE"]
    if not facts.letter_is_filed:
        return (update.finding("no_letter", weight=Weight.BARS, put_right=LETTER),)
    missing = [
        *([("no_words", "id_words")] if not facts.is_written else []),
        *([("no_answer", "id_advice_changes")] if not facts.says_whether_advice_changes else []),
    ]
    return tuple(update.finding(key, weight=Weight.BARS, put_right=box) for key, box in missing)


def short_notice_letter_is_one_page(kind: FurtherKind, pages: int, on: date) -> Finding | None:
    """A short-notice letter longer than a page asks for a reason (SG-SHORTNOTICE)."""
    provision = safeguarding_law()["SG-SHORTNOTICE"]
    if kind is not FurtherKind.SHORT_NOTICE or pages <= provision.number("pages", on):
        return None
    return provision.finding("too_long", weight=Weight.WARNS, pages=pages)
