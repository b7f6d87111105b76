"""In which languages somebody is written to (CYM-*): a choice belongs to a person, not to a case."""

from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import LANGUAGES, Language, Text
from lles.law.findings import Finding, Weight

_BOTH: tuple[Language, ...] = ("cy", "en")
_IN_ENGLAND_ALONE = "england"


def languages_for(choice: Language | None, nation: str) -> tuple[Language, ...]:
    """The languages of a letter: the person's choice, else both unless the case is in England alone.

    `nation` is england, wales, mixed or unknown (CYM-ASK, CYM-UNKNOWN).
    """
    if choice is not None:
        return (choice,)
    return ("en",) if nation == _IN_ENGLAND_ALONE else _BOTH


def languages_for_court() -> tuple[Language, ...]:
    """The court gets every document in both languages (CYM-EQUAL)."""
    return LANGUAGES


def languages_of_reply(written_in: str, choice: Language | None, nation: str) -> tuple[Language, ...]:
    """A letter in Welsh gets a Welsh reply, unless the person has chosen otherwise (CYM-REPLY); `written_in`
    is the language in which the person wrote last, empty where nobody knows."""
    if choice is None and written_in == "cy":
        return ("cy",)
    return languages_for(choice, nation)


def offer_of_welsh() -> Text:
    """The offer that the first letter to a person in Wales carries (CYM-ASK)."""
    return casefile_law()["CYM-ASK"].sentence("offer")


def child_is_offered_welsh_too(nation: str, offered: bool | None) -> Finding | None:
    """A child who lives in Wales is offered Welsh before one meets, as every adult is (CYM-CHILD)."""
    if nation != "wales" or offered:
        return None
    return casefile_law()["CYM-CHILD"].finding(weight=Weight.WARNS)
