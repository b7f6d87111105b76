"""A number, an e-mail address or a place in words that are meant to say something else, as it should be kept
with the contact details."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lles.casefile.rules.addresses import points_to_a_home
from lles.casefile.rules.folding import fold
from lles.casefile.rules.spoken_numbers import with_figures
from lles.casefile.rules.written_forms import emails_in, phones_in

_NUMBER = re.compile(
    r"\+?(?<![\d.:/])(?:\d{3,5}[\s\-]\d{5,}|\d{3,5}(?:[\s\-]\d{3,4}){2,}|\d{6,})(?![\d.:/]\d)"
)
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b")
_SIGN = re.compile(r"\S*@\S*")


@dataclass(frozen=True)
class PlaceTyped:
    """What stands in the words, one thing on each line, and whether it surely says where somebody is."""

    lines: tuple[str, ...]
    is_sure: bool


def place_typed(text: str) -> PlaceTyped | None:
    """What in these words says where somebody can be found; None where nothing does. An address is all the
    words, because nobody can tell where in them it begins."""
    for said in (text, *with_figures(text)):
        low = fold(said).low
        lines = tuple(dict.fromkeys(_alone_in(low)))
        has_postcode = _POSTCODE.search(low) is not None
        if has_postcode or points_to_a_home(said):
            return PlaceTyped(
                (*lines, *filter(None, map(str.strip, said.splitlines()))), bool(lines) or has_postcode
            )
        if lines:
            return PlaceTyped(lines, is_sure=True)
    return None


def is_kept(text: str, kept: str) -> bool:
    """Whether every number, e-mail address and postcode of these words stands in what is kept."""
    typed = place_typed(text)
    if typed is None:
        return True
    low = fold("\n".join(typed.lines)).low
    sought = (*_alone_in(low), *(code[0] for code in _POSTCODE.finditer(low)))
    return all(_squeezed(one) in _squeezed(kept) for one in sought)


def _alone_in(low: str) -> Iterator[str]:
    """The numbers and e-mail addresses in folded text."""
    rest = low
    for number, _, _ in phones_in(low):
        if number in rest:  # a number with its country is found again without
            yield number
            rest = rest.replace(number, " ")
    yield from (written for written, _, _ in emails_in(low))
    yield from (found[0] for found in _SIGN.finditer(rest) if not any(emails_in(found[0])))
    yield from (found[0] for found in _NUMBER.finditer(rest))


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", fold(text).low)
