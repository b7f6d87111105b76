"""A house that is known by its name alone, where that is made of ordinary words: The Old Mill, Church House.

In capitals it is weighed, for another house may be called so, and it tells beside a word for living; in small
letters it is weighed after an article and beside such a word. In the other language it is weighed. What
anybody says of any house (she moved to a new house) is weighed beside such a word as well, and not barred.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import product

from lles.casefile.rules.address_search import somebody_lives
from lles.casefile.rules.address_words import words
from lles.casefile.rules.addresses import parse
from lles.casefile.rules.dwellings import Dwelling, Name, is_like_any, is_of_any, is_shelter
from lles.casefile.rules.folding import Folded
from lles.casefile.rules.ordinary_words import is_ordinary
from lles.casefile.rules.parts_of_addresses import Part, Told, named_part

_ARTICLES = frozenset({"the", "y", "yr", "r"})
_WORD = re.compile(r"[^\W_]+")


def houses_of_ordinary_words(value: str, owner: str) -> Iterator[Part]:
    """The names of houses without a number in one address, in both languages, where each word is an ordinary
    one."""
    yield from (_as_any(one.name, owner) for one in parse(value).dwellings if is_like_any(one))
    for whole in dict.fromkeys(one.name for one in parse(value).dwellings if _is_one(one)):
        name = whole[1:] if whole[0] in _ARTICLES else whole
        if len(name) < 2 or not all(map(_says_little, name)):
            continue
        yield from _said(name, owner, "surely", has_article=name != whole)
        for other in dict.fromkeys(_translated(name)):
            yield from _said(other, owner, "perhaps", has_article=name != whole)


def _said(name: Name, owner: str, lived: Told, *, has_article: bool) -> Iterator[Part]:
    """In capitals, and where its name has an article, in small letters after one."""
    told = named_part("house", owner, name, alone="perhaps", lived=lived, needs_capital=True)
    yield HouseOfOrdinaryWords(**{one.name: getattr(told, one.name) for one in fields(told)})
    if has_article:
        low = named_part("house", owner, name, alone="", lived="perhaps")
        pattern = rf"(?<![^\W_])(?:the|yr?|r)[\W_]{{1,3}}{low.pattern}"
        yield replace(low, pattern=pattern)


def _as_any(name: Name, owner: str) -> Part:
    """In small letters behind a word by which any house is meant, where somebody lives in it."""
    told = named_part("house", owner, name, alone="perhaps", lived="perhaps")
    return HouseLikeAny(**{one.name: getattr(told, one.name) for one in fields(told)})


@dataclass(frozen=True)
class HouseLikeAny(Part):
    """A name that is said of any house: of New House it is asked whether *a new house* is that one."""

    def mentions(self, text: Folded) -> Iterator[re.Match[str]]:
        """Every place in which somebody lives in such a house."""
        for at in super().mentions(text):
            if somebody_lives(text.low[: at.start()]) and is_of_any(text, at.span()):
                yield at


@dataclass(frozen=True)
class HouseOfOrdinaryWords(Part):
    """A name that is looked for in capitals alone: a new house is not New House."""

    def mentions(self, text: Folded) -> Iterator[re.Match[str]]:
        """Every place in which it is written as a name."""
        for at in super().mentions(text):
            spoken = _WORD.findall(text.cased[slice(*at.span())])
            if all(one[0].isupper() for one in spoken if one.lower() not in words().joining):
                yield at


def _is_one(one: Dwelling) -> bool:
    is_a_house = not one.is_street or one.name[-1] in words().houses
    return is_a_house and not one.numbers and one.weight == "by_its_name" and not is_shelter(one.name)


def _says_little(word: str) -> bool:
    return is_ordinary(word) or word in words().houses | words().begin_a_house | words().begin_a_place


def _translated(name: Name) -> Iterator[Name]:
    """The old mill is yr hen felin, church cottage is bwthyn yr eglwys; in the order of either language."""
    known, core = words().translated, [word for word in name if word not in _ARTICLES]
    if len(core) > 3 or not all(word in known for word in core):
        return
    for each in product(*(known[word] for word in core)):
        yield each
        yield from ((each[-1], *article, *each[:-1]) for article in ((), ("y",), ("yr",), ("the",)))
