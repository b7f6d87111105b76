"""Rules of intake, pure: which cases a text names, and whether a line may say where somebody is."""

import re

from lles.casefile.rules.addresses import parse
from lles.casefile.rules.dwellings import Dwelling, is_house
from lles.casefile.rules.folding import fold
from lles.casefile.rules.homes_in_prose import homes_in_prose
from lles.casefile.rules.written_forms import emails_in, phones_in, postcodes_in

DUTIES = ("CA04-S35-2", "CJCSA00-S12-2")
MOST_NUMBERS = 20
_COURT_NUMBER = re.compile(r"(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)")
_OLDER_NUMBER = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]\d{5}\b", re.IGNORECASE)
_COURTS = frozenset({"llys", "court", "swyddfa"})
_ARTICLE = re.compile(r"['’]r\b")
_REFERENCE = re.compile(r"\bC-\d{4,7}\b", re.IGNORECASE)


def plain_number(typed: str) -> str:
    """A court number in one spelling: capitals, without spaces or hyphens."""
    return re.sub(r"[\s-]+", "", typed).upper()


def is_court_number(plain: str) -> bool:
    """Whether it is a number of the courts' present service, sixteen figures."""
    return bool(re.fullmatch(r"[0-9]{16}", plain))


def is_older_number(plain: str) -> bool:
    """Whether it is a number of the courts' older service, such as WX26P90021."""
    return bool(_OLDER_NUMBER.fullmatch(plain))


def numbers_named(text: str) -> list[str]:
    """The numbers of cases that a text names: of the courts' new system, of their older one, and our own."""
    found = (re.sub(r"[ -]", "", one) for one in _COURT_NUMBER.findall(text))
    others = (one.upper() for pattern in (_OLDER_NUMBER, _REFERENCE) for one in pattern.findall(text))
    return list(dict.fromkeys((*found, *others)))[:MOST_NUMBERS]


def says_a_place(line: str) -> bool:
    """Whether a line may say where somebody can be found: a home, a postcode, a telephone, an e-mail."""
    folded = fold(_ARTICLE.sub(" ", line))
    finds = (postcodes_in(folded.low), phones_in(folded.low), emails_in(folded.low))
    if any(True for found in finds for _ in found):
        return True
    told = (*parse(folded.cased).dwellings, *homes_in_prose(folded.low, folded.cased))
    return any(one.numbers or _is_home(one) for one in told)


def _is_home(dwelling: Dwelling) -> bool:
    """A street, a house or a refuge; where courts write, a court without a number is a court."""
    if dwelling.weight == "alone":
        return True
    named = dwelling.is_street or is_house(dwelling.name)
    return named and not {dwelling.name[0], dwelling.name[-1]} & _COURTS
