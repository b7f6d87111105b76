"""What somebody close to a child is called, found in a text: a school tells where the child is to be found.

The whole name counts, each part of it that a comma or a line parts from the rest; and so does what is left
without the words that any school or surgery bears, where that is two words or more: "Bont Fach" of "Ysgol
Gynradd y Bont Fach". One word that is left counts beside a word for a school or a surgery ("Gwenffrwd
School") and is weighed alone, with a capital; a town or an ordinary word is weighed beside such a word. A
name of such words alone tells nothing, and neither does one bare word, unless it is all that somebody is
called and no town.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path

from lles.casefile.rules.address_words import is_town, mutated, names_of_town
from lles.casefile.rules.folding import Folded, fold, squeeze
from lles.casefile.rules.ordinary_words import stands_out
from lles.casefile.rules.parts_of_addresses import Held, Part, Told, named_part
from lles.casefile.rules.written_forms import Found

_PARTS = re.compile(r"[,;\n|]")
_WORD = re.compile(r"[^\W_]+")
_GAP = r"(?:(?<=[^\W_]{3})(?:[^\w.]|_){1,4}|(?<![^\W_]{3})[\W_]{1,4})"  # a stop only after a short word
_LISTED = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_OF_ANY = frozenset(word for words in _LISTED.values() for word in words)
_SCHOOLS, _KINDS = frozenset(_LISTED["schools"]), frozenset((*_LISTED["schools"], *_LISTED["surgeries"]))
_WITH_AN_ARTICLE = r"(?:(?:yr?|the)[\s]{1,2})?"
_SHORTEST = 3


def source_called(value: str) -> tuple[Found, ...]:
    """The searches for what one source is called."""
    parts = _parts_of(value)
    told = dict.fromkeys(tuple(words) for part in parts for words in _telling(part, is_all=len(parts) == 1))
    own = (one for one in _words_of_their_own(parts) if stands_out(one.word))
    return (*(_search(words) for words in told), *(_beside_its_kind(one) for one in own))


def parts_of_sources(value: str, owner: str) -> Iterator[Part]:
    """What of its name may tell a source: the one word of its own, and a town or an ordinary word in its name
    beside what it is."""
    for own in _words_of_their_own(_parts_of(value)):
        if stands_out(own.word):
            yield _called(named_part("source", owner, (own.word,), "perhaps", "perhaps", needs_capital=True))
        else:
            for name in names_of_town(own.word):
                bare = named_part("source", owner, name.split(), "perhaps", "perhaps", needs_capital=True)
                yield _called(replace(bare, pattern=_beside(bare.pattern, own.kinds)))


@dataclass(frozen=True)
class CalledInPart(Part):
    """A word of the name of a source as it is looked for: somebody of the case who is called so is none."""

    def _weight(self, text: Folded, at: re.Match[str], held: Held) -> Told:
        own = self.called.split()
        is_a_name = held.words_of_names.issuperset(own)
        written = [
            word for word in _WORD.findall(text.cased[slice(*at.span())]) if word.lower() not in _OF_ANY
        ]
        with_capital = any(word[0].isupper() for word in written)
        return self.alone if with_capital and not is_a_name and not self.is_known(held) else ""


@dataclass(frozen=True)
class _Own:
    """The one word that only this source bears, and the words for what it is."""

    word: str
    kinds: frozenset[str]


def _called(part: Part) -> CalledInPart:
    return CalledInPart(**{one.name: getattr(part, one.name) for one in fields(part)})


def _parts_of(value: str) -> list[list[str]]:
    return [words for part in _PARTS.split(fold(value).low) if (words := _WORD.findall(part))]


def _words_of_their_own(parts: Sequence[Sequence[str]]) -> Iterator[_Own]:
    """Of each part of a name in which one word is left: never of what a person is called (Dr Patel)."""
    for words in parts:
        kinds = _KINDS.intersection(words)
        rest = [word for word in words if word not in _OF_ANY]
        if len(rest) == 1 and kinds and len(rest[0]) >= _SHORTEST and not rest[0].isdigit():
            yield _Own(rest[0], _SCHOOLS if kinds <= _SCHOOLS else _KINDS)


def _beside(word: str, kinds: Iterable[str]) -> str:
    """A pattern for a word directly beside one of these."""
    any_kind = f"(?:{'|'.join(sorted(kinds, key=len, reverse=True))})s?"
    return rf"(?<![^\W_])(?:{any_kind}{_GAP}{_WITH_AN_ARTICLE}{word}|{word}{_GAP}{any_kind})(?![^\W_])"


def _beside_its_kind(own: _Own) -> Found:
    first_looks = tuple(squeeze(form) for form in mutated(own.word))
    return lambda text: (
        any(look in text.squeezed for look in first_looks)
        and _named_by_its_kind(own).search(text.low) is not None
    )


@cache
def _named_by_its_kind(own: _Own) -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, mutated(own.word)), key=len, reverse=True))
    return re.compile(_beside(f"(?:{forms})", own.kinds))


def _telling(words: Sequence[str], *, is_all: bool) -> Iterator[Sequence[str]]:
    rest = [at for at, word in enumerate(words) if word not in _OF_ANY]
    if not rest:
        return
    if len(words) > 1 or (is_all and len(words[0]) > 4 and not is_town(words[0])):
        yield words
    own = words[rest[0] : rest[-1] + 1]
    if len(rest) > 1 and own != words:
        yield own


def _search(words: Sequence[str]) -> Found:
    first_looks = tuple(squeeze(form) for form in mutated(words[0]))
    return lambda text: any(look in text.squeezed for look in first_looks) and _stands_in(tuple(words), text)


def _stands_in(words: tuple[str, ...], text: Folded) -> bool:
    return _compiled(words).search(text.low) is not None


@cache
def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = ("(?:" + "|".join(map(re.escape, dict.fromkeys(mutated(word)))) + ")" for word in words)
    return re.compile(r"(?<![^\W_])" + _GAP.join(forms) + r"(?![^\W_])")
