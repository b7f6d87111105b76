"""Who gets the letter, and in which languages: the court, and each party it may go to (SG-DISCLOSE,
CYM-*)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lles.casefile.documents import COURT
from lles.casefile.models import Case, Party
from lles.casefile.queries.readers import adults, languages_of, nation_of
from lles.casefile.rules.language import languages_for_court
from lles.law.bilingual import Language
from lles.law.jurisdiction import Nation
from lles.work.safeguarding.models import Letter, Withholding
from lles.work.safeguarding.rules.letter_filing import (
    Withheld,
    letter_does_not_reach_a_party_it_is_withheld_from,
)


@dataclass(frozen=True)
class Reader:
    """One reader of the letter: the court, or a party by role and number."""

    name: str
    party: Party | None
    languages: tuple[Language, ...]


def readers(case: Case, withheld: Sequence[Withholding]) -> tuple[Reader, ...]:
    """The court in both languages, then each adult party the letter may go to, in the language of that
    party."""
    held, nation = withheld_facts(withheld), nation_of(case)
    parties = [p for p in adults(case) if p.in_latest_answer and not is_withheld_from(held, p)]
    return (
        Reader(COURT, None, languages_for_court()),
        *(Reader(party.slug, party, languages_of(party, nation)) for party in parties),
    )


def without_language(among: Iterable[Reader], language: Language) -> Iterator[tuple[Party, Language]]:
    """The parties who have no version in a language, each with the first of their own."""
    for one in among:
        if one.party is not None and language not in one.languages:
            yield one.party, one.languages[0]


def withholdings(letter: Letter | None) -> Sequence[Withholding]:
    """The parties from whom a letter is withheld, each with its reason and who signed."""
    if letter is None:
        return []
    return list(letter.withholdings.select_related("party", "signed_by").order_by("pk"))


def withheld_facts(withheld: Sequence[Withholding]) -> tuple[Withheld, ...]:
    """From whom a letter is withheld, as the rules read it."""
    return tuple(
        Withheld(one.party.slug, one.party.name, one.reason, one.signed_by.name if one.signed_by else "")
        for one in withheld
    )


def is_withheld_from(withheld: tuple[Withheld, ...], party: Party) -> bool:
    """Whether a party is not to be sent, shown or told of a letter (SG-DISCLOSE)."""
    return letter_does_not_reach_a_party_it_is_withheld_from(withheld, party.slug) is not None


def nations(case: Case) -> frozenset[Nation]:
    """The nations of the children."""
    return frozenset(Nation(child.nation) for child in case.children.all())
