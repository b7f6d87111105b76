"""The dialling code of a protected landline in a text: it says in which town the telephone stands.

A year is no code: it counts with its first nought, or with the code of the country. Bare and beside a word
for a telephone, or for living somewhere, it tells; another number that begins so may be anybody's.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lles.casefile.rules.folding import Folded, fold, squeeze
from lles.casefile.rules.parts_of_addresses import Held, Part, Told
from lles.casefile.rules.somebody_lives import says_where_somebody_lives
from lles.casefile.rules.written_forms import phones_in

_GAP = r"[\s().\-]{0,3}"
_NATIONAL = re.compile(r"(?:(?:\+|00)\D{0,3}44\D{0,3})?0?\D{0,3}")
_OF_A_CITY, _OF_A_TOWN = 4, 5
_WORD = re.compile(r"[^\W_]+")
_NEAR = 6
_OF_A_TELEPHONE = frozenset(
    {
        "telephone", "phone", "tel", "landline", "dial", "dials", "dialling", "dialing", "code", "number",
        "ring", "call", "begins", "starts", "prefix", "area", "ffon", "rhif", "cod", "god", "chod", "deialu",
        "ddeialu", "galw", "dechrau", "ddechrau",
    }
)  # fmt: skip
_OF_A_CASE = r"(?:case|court|file|ref|reference|invoice|order|achos|llys|cyf|cyfeirnod)"
_SAID_TO_BE_A_CASE = re.compile(rf"(?<![^\W_]){_OF_A_CASE}[\W_]{{1,3}}(?:(?:no|number|rhif)[\W_]{{1,3}})?\Z")


@cache
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return frozenset(table["of_no_place"]), frozenset(table["six_figures"])


def code_of_a_place(number: str) -> str:
    """The dialling code of a landline with its first nought, 01970; nothing where the number is of no place:
    a mobile, the number of a service, one that is kept for plays."""
    digits = re.sub(r"\D", "", number[_country(number) :]).removeprefix("0")
    if len(digits) < 9 or digits[0] not in "12":
        return ""
    of_no_place, six = _listed()
    code = f"0{digits}"
    if code.startswith(tuple(of_no_place)):
        return ""
    if long := next((one for one in six if code.startswith(one)), ""):
        return long
    if digits[0] == "2":
        return code[:3]
    return code[: _OF_A_CITY if "1" in digits[1:3] else _OF_A_TOWN]


def _country(number: str) -> int:
    found = _NATIONAL.match(number.strip())
    return found.end() if found and "44" in found[0] else 0


def codes_of(value: str, owner: str) -> Iterator["DiallingCode"]:
    """The dialling codes of the landlines in one protected detail."""
    for code in dict.fromkeys(code_of_a_place(number) for number, _, _ in phones_in(fold(value).low)):
        if code:
            is_great = len(code) < _OF_A_TOWN
            yield DiallingCode(
                "code", owner, code, ((squeeze(code[1:]),),), _pattern(code),
                alone="" if is_great else "perhaps", lived="perhaps" if is_great else "surely",
            )  # fmt: skip


def _pattern(code: str) -> str:
    country = rf"(?:\+|00){_GAP}44{_GAP}(?:0{_GAP})?"
    whole_number_follows = r"(?=\d{5,6}(?!\d))"
    ends = rf"(?:{whole_number_follows}|(?![^\W_]))(?![/.]\d)"
    return rf"(?<![^\W_])(?<!\d[/.\-])(?:{country}|0[ ]?){'[ ]?'.join(code[1:])}{ends}"


@dataclass(frozen=True)
class DiallingCode(Part):
    """A dialling code as it is looked for."""

    def _weight(self, text: Folded, at: re.Match[str], held: Held) -> Told:
        before, after = text.low[: at.start()], text.low[at.end() :]
        if self.is_known(held) or _SAID_TO_BE_A_CASE.search(before):
            return ""
        near = {*_WORD.findall(before[-60:])[-_NEAR:], *_WORD.findall(after[:40])[:_NEAR]}
        if re.match(r"[\s).\-]{0,3}\d{3}", after):
            return self.alone  # another number of the town
        if near & _OF_A_TELEPHONE or says_where_somebody_lives(text, at.span()):
            return self.lived
        return self.alone
