"""What somebody close to a child is called, found in a text: a school tells where the child is to be found.

The whole name counts, each part of it that a comma or a line parts from the rest; and so does what is left
without the words that any school or surgery bears, where that is two words or more: "Bont Fach" of "Ysgol
Gynradd y Bont Fach". A name of such words alone tells nothing, and neither does one bare word, unless it is
all that somebody is called and no town.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from lles.casefile.rules.address_words import is_town, mutated
from lles.casefile.rules.folding import Folded, fold, squeeze
from lles.casefile.rules.written_forms import Found

_PARTS = re.compile(r"[,;\n|]")
_WORD = re.compile(r"[^\W_]+")
_GAP = r"(?:(?<=[^\W_]{3})(?:[^\w.]|_){1,4}|(?<![^\W_]{3})[\W_]{1,4})"  # a stop only after a short word
_OF_ANY = frozenset(
    word
    for words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).values()
    for word in words
)


def source_called(value: str) -> tuple[Found, ...]:
    """The searches for what one source is called."""
    parts = [words for part in _PARTS.split(fold(value).low) if (words := _WORD.findall(part))]
    told = dict.fromkeys(tuple(words) for part in parts for words in _telling(part, is_all=len(parts) == 1))
    return tuple(_search(words) for words in told)


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
