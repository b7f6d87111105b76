"""The rules of safeguarding, pure: facts in, findings and due days out."""

from lles.work.safeguarding.rules.checks import (
    note_to_court_due,
)
from lles.work.safeguarding.rules.explained import EXPLAINED
from lles.work.safeguarding.rules.first_steps import before_the_first_hearing_only_safety_is_looked_into
from lles.work.safeguarding.rules.letter_due import LetterDueFacts, letter_due
from lles.work.safeguarding.rules.letter_filing import (
    AdultAsked,
    LetterFilingFacts,
    Withheld,
    check_letter,
    later_information_makes_an_update,
    letter_does_not_reach_a_party_it_is_withheld_from,
    letter_is_named_by_nation,
)
from lles.work.safeguarding.rules.provisions import safeguarding_law

DUTIES = ("CA04-S35-1-A", "CA04-S35-1-B", "CJCSA00-S12-1-A", "CJCSA00-S12-1-B")
PROVISIONS = safeguarding_law()

__all__ = [
    "DUTIES",
    "EXPLAINED",
    "PROVISIONS",
    "AdultAsked",
    "LetterDueFacts",
    "LetterFilingFacts",
    "Withheld",
    "before_the_first_hearing_only_safety_is_looked_into",
    "check_letter",
    "later_information_makes_an_update",
    "letter_does_not_reach_a_party_it_is_withheld_from",
    "letter_due",
    "letter_is_named_by_nation",
    "note_to_court_due",
    "safeguarding_law",
]
