"""A protected street by its name in the other language: Church Road is Heol yr Eglwys, and may be another."""

from collections.abc import Iterator
from itertools import chain

from lles.casefile.rules.address_search import translations
from lles.casefile.rules.address_words import words
from lles.casefile.rules.addresses import parse
from lles.casefile.rules.parts_of_addresses import Part, named_part


def parts_translated(value: str, owner: str) -> Iterator[Part]:
    """The streets of an address as they are called in the other language. Written as a name, or beside a word
    that says somebody lives there, each is weighed; one that is found everywhere only where somebody
    lives."""
    known = words()
    kept = known.joining | known.streets.keys()
    streets = (one for one in parse(value).dwellings if one.is_street)
    for name in dict.fromkeys(chain.from_iterable(translations(one.name) for one in streets)):
        everywhere = all(word in known.everywhere for word in name if word not in kept)
        if not everywhere:
            yield named_part("street", owner, name, alone="perhaps", lived="perhaps", needs_capital=True)
        yield named_part("street", owner, name, alone="", lived="perhaps")
