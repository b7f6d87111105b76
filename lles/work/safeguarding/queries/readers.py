"""Who gets the letter, and in which languages: the court, and each party it may go to (SG-DISCLOSE,
CYM-*)."""

from collections.abc import Sequence
from dataclasses import dataclass

from lles.casefile.documents import COURT
from lles.casefile.models import Case, Party
from lles.casefile.queries.readers import adults, languages_of, nation_of
from lles.casefile.rules.language import languages_for_court
from lles.law.bilingual import Language
from lles.law.jurisdiction import Nation
from lles.work.safeguarding.models import Letter, Withholding


@dataclass(frozen=True)
class Reader:
    """One reader of the letter: the court, or a party by role and number."""

    name: str
    party: Party | None
    languages: tuple[Language, ...]


def readers(case: Case, withheld: Sequence[Withholding]) -> tuple[Reader, ...]:
    """The court in both languages, then each adult party the letter may go to, in the language of that
    party."""
    kept_from = {held.party_id for held in withheld}
    nation = nation_of(case)
    parties = [p for p in adults(case) if p.pk not in kept_from and p.in_latest_answer]
    return (
        Reader(COURT, None, languages_for_court()),
        *(Reader(party.slug, party, languages_of(party, nation)) for party in parties),
    )


def withholdings(letter: Letter | None) -> Sequence[Withholding]:
    """The parties from whom a letter is withheld, each with its reason and who signed."""
    if letter is None:
        return []
    return list(letter.withholdings.select_related("party", "signed_by").order_by("pk"))


def nations(case: Case) -> frozenset[Nation]:
    """The nations of the children."""
    return frozenset(Nation(child.nation) for child in case.children.all())
