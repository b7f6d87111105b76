"""A home that is said in fewer words than its address: 14 Crescent for 14 The Crescent; Golden Sands, or
pitch 12, for a caravan on Golden Sands Caravan Park. Each is weighed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from lles.casefile.rules.address_words import words
from lles.casefile.rules.addresses import parse
from lles.casefile.rules.dwellings import Dwelling
from lles.casefile.rules.folding import Folded, squeeze
from lles.casefile.rules.parts_of_addresses import Part, named_part

_ARTICLES = frozenset({"the", "y", "yr"})
_PARKS = frozenset({"park", "parc"})
_OF_A_PARK = frozenset(
    {"caravan", "caravans", "holiday", "leisure", "mobile", "home", "homes", "carafannau", "gwyliau"}
)
_PITCH = r"(?:pitch|plot|caravan|carafan|garafan|llain)"
_NO = r"(?:(?:number|no|rhif)[\W_]{1,3})"


def homes_in_few_words(value: str, owner: str) -> Iterator[Part]:
    """What is looked for on account of one address."""
    for one in parse(value).dwellings:
        numbers = f"(?:{'|'.join(map(re.escape, one.numbers))})" if one.numbers else ""
        if numbers and len(one.name) == 2 and one.name[0] in _ARTICLES and one.is_street:
            yield _street_of_one_word(one, owner, numbers)
        elif park := _park(one):
            yield named_part("house", owner, park, alone="perhaps", lived="perhaps")
            if numbers:
                pattern = rf"(?<![^\W_]){_PITCH}[\W_]{{1,3}}{_NO}?{numbers}(?![^\W_])"
                looks = tuple(map(squeeze, one.numbers))
                yield Part("house", owner, "pitch", (looks,), pattern, alone="perhaps", lived="perhaps")


@dataclass(frozen=True)
class StreetOfOneWord(Part):
    """The kind of a street with its number: with a capital, or 14 close friends were one."""

    def mentions(self, text: Folded) -> Iterator[re.Match[str]]:
        """Every place in which it is written as a name."""
        for at in super().mentions(text):
            if text.cased[slice(*at.span("kind" if at["kind"] else "first"))][0].isupper():
                yield at


def _street_of_one_word(one: Dwelling, owner: str, numbers: str) -> Part:
    kind = words().whole(one.name[1])
    forms = "|".join(sorted(map(re.escape, words().forms_of(kind)), key=len, reverse=True))
    before = rf"{numbers}[\s,]{{1,3}}(?P<kind>{forms})"
    after = rf"(?P<first>{forms})[\s,(]{{1,3}}{_NO}{numbers}"
    pattern = rf"(?<![^\W_])(?:{before}|{after})(?![^\W_])"
    looks = tuple(map(squeeze, words().forms_of(kind)))
    told = Part("street", owner, kind, (looks,), pattern, alone="perhaps", lived="perhaps")
    return StreetOfOneWord(**{field.name: getattr(told, field.name) for field in fields(told)})


def _park(one: Dwelling) -> tuple[str, ...]:
    """The name of a park of caravans without the words for one; nothing where it has none of two words."""
    if not _OF_A_PARK & set(one.name) or not _PARKS & set(one.name):
        return ()
    own = tuple(word for word in one.name if word not in _OF_A_PARK | _PARKS | words().joining)
    return own if len(own) > 1 else ()
