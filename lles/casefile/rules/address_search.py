"""An address found in a text: which mention points to the home, and which to nobody.

A street name counts by itself when it is a name: two words or more, at least one of them not an ordinary
word (Heol y Dŵr, Acacia Avenue). A street of ordinary words (Court Road), or the name of a house, counts
when it is written as a name. One that is found everywhere (High Street) counts only with more: its number,
its house, its town, its postcode district, or a word that says somebody lives there. Under another number
it is another house. A town alone never counts.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import product

from lles.casefile.rules.address_words import is_town, mutated, names_in_words, names_of_town, words
from lles.casefile.rules.addresses import Address, parse
from lles.casefile.rules.dwellings import Dwelling, Name, is_like_any, is_of_any
from lles.casefile.rules.folding import Folded, squeeze
from lles.casefile.rules.house_numbers import said_beside
from lles.casefile.rules.po_boxes import stands_in
from lles.casefile.rules.written_forms import Found

_GAP = r"[\W_]{0,4}"
_NEAR = 45
_SPOKEN = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")  # Tŷ-gwyn is one word
_END_OF_CLAUSE = re.compile(r"[,;:!?()]|\.\s")
_NUMBER_BEFORE = re.compile(r"(?<![\d/.\-])\d{1,3}[a-z]?[\s,.]{0,3}$")
_ENDINGS = ("st", "nd", "rd", "th", "af", "il", "fed", "eg", "ain", "oed", "am", "pm", "%", "o")
_OF_TIME = "|".join([*sorted(words().months), *_ENDINGS])
_NO_TIME = rf"(?![\d:])(?!\W*(?:{_OF_TIME})(?![^\W_]))"
_ARTICLES = frozenset({"the", "y", "yr"})
_TWO_WORDS = r"[\W_]{0,4}(?:[^\W\d_]+[\W_]{1,3}){0,2}"


@dataclass(frozen=True)
class _Sought:
    """One street or house as it is looked for, and how much its bare name says."""

    written: re.Pattern[str]
    numbers: tuple[str, ...]
    number_before: re.Pattern[str] | None
    number_after: re.Pattern[str] | None
    beside: re.Pattern[str] | None
    counts_alone: bool
    counts_as_a_name: bool
    counts_where_lived: bool
    is_like_any: bool = False


def address(value: str) -> tuple[Found, ...]:
    """The searches for one address; none where the value points to no home."""
    whole = parse(value)
    return tuple(search for dwelling in whole.dwellings for search in _searches(dwelling, whole))


def _searches(dwelling: Dwelling, whole: Address) -> Iterator[Found]:
    if dwelling.weight == "box":
        yield partial(_box_stands_in, dwelling.numbers[0])
        return
    yield _search(_first_look(dwelling.name), partial(_sought, dwelling, whole))
    names = tuple(dict.fromkeys(translations(dwelling.name))) if dwelling.numbers else ()
    if names:
        first_look = (tuple({squeeze(word) for name in names for word in _kind_and_name(name)[1]}),)
        yield _search(first_look, partial(_in_the_other_language, dwelling, names))


def _box_stands_in(number: str, text: Folded) -> bool:
    return stands_in(text, number)


def _search(first_look: tuple[tuple[str, ...], ...], work_out: Callable[[], _Sought]) -> Found:
    """A search by patterns, which are worked out when a first look has found every word of the name."""
    worked_out = cache(work_out)

    def found(text: Folded) -> bool:
        if not all(any(form in text.squeezed for form in forms) for forms in first_look):
            return False
        sought = worked_out()
        return any(_points(text, match, sought) for match in sought.written.finditer(text.low))

    return found


def _points(text: Folded, match: re.Match[str], sought: _Sought) -> bool:
    before, after = text.low[max(0, match.start() - _NEAR) : match.start()], text.low[match.end() :][:_NEAR]
    if sought.counts_alone or _holds(sought.number_before, before) or _holds(sought.number_after, after):
        return True
    if said_beside(text.low, match.span(), sought.numbers):
        return True
    if _NUMBER_BEFORE.search(before):
        return False
    if sought.counts_as_a_name and _written_as_a_name(text.cased[match.start() : match.end()]):
        return True
    if _holds(sought.beside, before) or _holds(sought.beside, after):
        return True
    if sought.is_like_any and is_of_any(text, match.span()):
        return False  # it is weighed
    return sought.counts_where_lived and somebody_lives(before)


def _holds(pattern: re.Pattern[str] | None, text: str) -> bool:
    return pattern is not None and pattern.search(text) is not None


def _written_as_a_name(mention: str) -> bool:
    if _END_OF_CLAUSE.search(mention):
        return False
    spoken = _JOINED.findall(mention)
    return all(word[0].isupper() for word in spoken if word.lower() not in words().joining)


def somebody_lives(before: str) -> bool:
    """Whether one of the last words before a name says that somebody lives there."""
    return bool(words().living & set(_SPOKEN.findall(before)[-4:]))


def _sought(dwelling: Dwelling, whole: Address) -> _Sought:
    alone, as_a_name = _weight(dwelling)
    by_its_number = dwelling.weight == "by_its_number"
    number_before, number_after = _beside_number(dwelling)
    return _Sought(
        written=re.compile("|".join(_forms(dwelling, in_both_languages=alone and dwelling.is_street))),
        numbers=dwelling.numbers,
        number_before=number_before,
        number_after=number_after,
        beside=None if by_its_number else _compiled("|".join(_beside(dwelling, whole))),
        counts_alone=alone,
        counts_as_a_name=as_a_name,
        counts_where_lived=dwelling.weight in {"by_its_name", "alone"},
        is_like_any=is_like_any(dwelling),
    )


def _in_the_other_language(dwelling: Dwelling, names: Iterable[Name]) -> _Sought:
    """A street by its name in the other language, which counts with the number only: 24 Stryd yr Eglwys."""
    number_before, number_after = _beside_number(dwelling)
    return _Sought(
        written=re.compile("|".join(_bounded(_written(name)) for name in names)),
        numbers=dwelling.numbers,
        number_before=number_before,
        number_after=number_after,
        beside=None,
        counts_alone=False,
        counts_as_a_name=False,
        counts_where_lived=False,
    )


def translations(name: Name) -> Iterator[Name]:
    """The names of a street in the other language: stryd yr eglwys is church street."""
    known = words()
    kind, core = _kind_and_name(name[1:] if name[0] in {"y", "yr", "the"} else name)
    if not kind:
        return
    others = known.counterparts.get(kind, ())
    yield from (
        one for other in others for town in names_in_words(core) for one in _after_a_town(other, town)
    )
    if not 0 < len(core) < 3:
        return
    for other in others:
        for translated in product(*(known.translated.get(word, ()) for word in core)):
            if other in known.come_first:
                yield from ((other, *article, *translated[::-1]) for article in ((), ("y",), ("yr",)))
                yield (other, *translated)
            else:
                yield from ((*translated[::-1], other), (*translated, other))


def _after_a_town(kind: str, town: Name) -> Iterator[Name]:
    """A street that is called after a town: newport road, heol casnewydd, ffordd yr wyddgrug."""
    if kind in words().come_first:
        yield from ((kind, *article, *town) for article in ((), ("y",), ("yr",)))
    else:
        yield (*town, kind)


def _beside_number(dwelling: Dwelling) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    if not dwelling.numbers:
        return None, None
    numbers = "|".join(map(_number, dwelling.numbers))
    before = rf"(?<![\d/])(?:{numbers}){_NO_TIME}{_TWO_WORDS}$"
    after = rf"^[\W_]{{0,4}}(?:(?:no|number|rhif)[\W_]{{0,3}})?(?:{numbers}){_NO_TIME}"
    return re.compile(before), re.compile(after)


def _weight(dwelling: Dwelling) -> tuple[bool, bool]:
    """Whether the bare name counts in any letters, and whether it counts where it is written as a name."""
    if dwelling.weight != "by_its_name":
        return dwelling.weight == "alone", dwelling.weight == "alone"
    if len(dwelling.name) < 2:
        return False, False
    known = words()
    core = [word for word in _kind_and_name(dwelling.name)[1] if word not in known.joining]
    everywhere = all(word in known.everywhere for word in core)
    ordinary = all(
        word in known.everywhere | known.ordinary or word.isdigit() or is_town(word) for word in core
    )
    if not dwelling.is_street and known.institutions & set(core) and core[-1] not in known.houses:
        return False, False
    return dwelling.is_street and not ordinary, not everywhere


def _beside(dwelling: Dwelling, whole: Address) -> Iterator[str]:
    """What makes a bare name point to the home where it stands near: house, town, postcode district."""
    for other in whole.dwellings:
        if other is not dwelling:
            yield from _forms(other, in_both_languages=False)
    for town in whole.towns:
        for name in names_of_town(town):
            first, *rest = re.findall(r"[^\W_]+", name)
            yield _bounded([_any_of(mutated(first)), *map(re.escape, rest)])
    for postcode in whole.postcodes:
        yield rf"(?<![^\W_]){postcode[:-3]}(?![^\W_])"


def _forms(dwelling: Dwelling, *, in_both_languages: bool) -> Iterator[str]:
    """The name in its written forms: shortened, mutated, with the kind of street in the other language."""
    yield _bounded(_written(dwelling.name))
    if not in_both_languages:
        return
    kind, name = _kind_and_name(dwelling.name)
    for other in words().counterparts.get(kind, ()):
        yield _bounded([*_written(name), _any_of(words().forms_of(other))])
        article = rf"(?:(?:yr?|r){_GAP})?"
        yield _bounded([_any_of(words().forms_of(other)), article + _written(name)[0], *_written(name)[1:]])


def _written(name: Name) -> list[str]:
    if name[0] in _ARTICLES and len(name) > 2:
        second, *rest = _written(name[1:])
        return [rf"(?:{name[0]}{_GAP})?{second}", *rest]
    first = {changed for form in words().forms_of(name[0]) for changed in mutated(form)}
    return [_any_of(first), *(_any_of(words().forms_of(word)) for word in name[1:])]


def _first_look(name: Name) -> tuple[tuple[str, ...], ...]:
    """For each word that every way of writing the name keeps, its forms without anything between letters."""
    kept = [word for word in _kind_and_name(name)[1] if word not in words().joining]
    return tuple(
        tuple({squeeze(changed) for form in words().forms_of(word) for changed in mutated(form)})
        for word in kept
    )


def _kind_and_name(name: Name) -> tuple[str, Name]:
    """What kind of street it is, and its name without that word: (road, penlan), (heol, dwr)."""
    if words().whole(name[-1]) in words().streets:
        return words().whole(name[-1]), name[:-1]
    if name[0] not in words().streets:
        return "", name
    rest = name[1:]
    return name[0], rest[1:] if len(rest) > 1 and rest[0] in {"y", "yr", "r"} else rest


def _number(number: str) -> str:
    digits = re.match(r"\d+", number)
    whole = digits[0] if digits else number
    return rf"{whole}(?:[\W_]?{re.escape(number[len(whole) :])})?[a-z]?"


def _any_of(forms: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, set(forms)), key=lambda form: (-len(form), form)))})"


def _bounded(parts: Iterable[str]) -> str:
    return rf"(?<![^\W\d_]){_GAP.join(parts)}(?![^\W\d_])"


def _compiled(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None
