"""Who reads what we write: the adults of a case, and in which languages each of them is written to."""

from collections.abc import Sequence
from typing import cast

from lles.casefile.models import Case, Party
from lles.casefile.once import once
from lles.casefile.rules.language import languages_of_reply
from lles.law.bilingual import Language
from lles.law.jurisdiction import CaseNation, Nation, nation_of_case


@once
def adults(case: Case) -> Sequence[Party]:
    """The applicants and respondents who are people."""
    roles = (Party.APPLICANT, Party.RESPONDENT)
    return [p for p in case.parties.all() if p.role in roles and not p.is_organisation]


@once
def nation_of(case: Case) -> CaseNation:
    """England, Wales, mixed or unknown, summed up over the children."""
    return nation_of_case(Nation(child.nation) for child in case.children.all())


@once
def nation_of_officers(case: Case) -> Nation:
    """The nation whose officers serve the children; the office decides where the children live in both."""
    nation = nation_of(case)
    if nation in (Nation.ENGLAND, Nation.WALES):
        return Nation(nation)
    return Nation(case.office.nation) if case.office else Nation.UNKNOWN


def languages_of(party: Party, nation: str) -> tuple[Language, ...]:
    """The languages in which one person is written to (CYM-ASK, CYM-REPLY, CYM-UNKNOWN)."""
    return languages_of_reply(party.wrote_in, choice_of(party), nation)


def choice_of(party: Party) -> Language | None:
    """The language a person chose, None where nobody knows."""
    return cast(Language, party.language) if party.language in ("en", "cy") else None
