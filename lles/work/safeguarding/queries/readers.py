"""Who gets the letter, and in which languages: the court, and each party it may go to (SG-DISCLOSE,
CYM-*)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from lles.casefile.documents import COURT
from lles.casefile.models import Case, Party
from lles.casefile.rules.language import languages_for, languages_for_court
from lles.law.bilingual import Language
from lles.law.jurisdiction import Nation, nation_of_case
from lles.work.safeguarding.models import Letter, Withholding


@dataclass(frozen=True)
class Reader:
    """One reader of the letter: the court, or a party by role and number."""

    name: str
    party: Party | None
    languages: tuple[Language, ...]


def readers(case: Case, letter: Letter | None) -> tuple[Reader, ...]:
    """The court in both languages, then each adult party the letter may go to, in the language of that
    party."""
    kept_from = {held.party_id for held in withholdings(letter)}
    nation = nation_of(case)
    parties = [p for p in adults(case) if p.pk not in kept_from and p.in_latest_answer]
    return (
        Reader(COURT, None, languages_for_court()),
        *(Reader(party.slug, party, languages_for(_choice(party), nation)) for party in parties),
    )


def adults(case: Case) -> Sequence[Party]:
    """The applicants and respondents who are people."""
    roles = (Party.APPLICANT, Party.RESPONDENT)
    return [p for p in case.parties.all() if p.role in roles and not p.is_organisation]


def withholdings(letter: Letter | None) -> Sequence[Withholding]:
    """The parties from whom a letter is withheld, each with its reason and who signed."""
    if letter is None:
        return []
    return list(letter.withholdings.select_related("party", "signed_by").order_by("pk"))


def nation_of(case: Case) -> str:
    """England, Wales, mixed or unknown, summed up over the children."""
    return str(nation_of_case(Nation(child.nation) for child in case.children.all()))


def nations(case: Case) -> frozenset[Nation]:
    """The nations of the children."""
    return frozenset(Nation(child.nation) for child in case.children.all())


def _choice(party: Party) -> Language | None:
    return cast(Language, party.language) if party.language in ("en", "cy") else None
