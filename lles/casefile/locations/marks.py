"""A protected detail that somebody types is replaced by a mark that says whose it is, and tells no place."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from lles.casefile.locations.held import held_by
from lles.casefile.locations.store import of_case, protected_among
from lles.casefile.models import Case
from lles.casefile.once import once
from lles.casefile.rules.confidentiality import Leak, ProtectedDetail, Search
from lles.casefile.rules.folding import fold
from lles.law.bilingual import Language, Text

_OF_ADDRESS = Text(en="[the address of {name}]", cy="[cyfeiriad {name}]")
_OF_PART = Text(en="[part of the address of {name}]", cy="[rhan o gyfeiriad {name}]")
_MARK: Mapping[str, Text] = {
    "address": _OF_ADDRESS,
    "postcode": _OF_ADDRESS,
    "phone": Text(en="[the telephone number of {name}]", cy="[rhif ffôn {name}]"),
    "email": Text(en="[the e-mail address of {name}]", cy="[cyfeiriad e-bost {name}]"),
    **dict.fromkeys(("town", "district", "street", "house", "area", "letters"), _OF_PART),
    "code": Text(en="[part of the telephone number of {name}]", cy="[rhan o rif ffôn {name}]"),
    "source": Text(en="[the name of somebody close to a child]", cy="[enw rhywun sy'n agos at blentyn]"),
}
_SOMEBODY = Text(en="somebody in this case", cy="rhywun yn yr achos hwn")
_ANYBODY = r"[^\[\]]{1,400}"
MARKS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(re.escape(words).replace(re.escape("{name}"), _ANYBODY))
    for mark in dict.fromkeys(_MARK.values())
    for words in (mark.en, mark.cy)
)
_TOKEN = re.compile(r"[+(]?\w+")
_AT_MOST = 100
_NOBODY = "nobody"  # a reader whose own nothing is


@dataclass(frozen=True)
class Words:
    """What somebody typed, and in which language."""

    text: str
    language: Language


@dataclass(frozen=True)
class Marked:
    """The words with marks in them, and each mark that was put in place of a detail."""

    texts: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class _Typed:
    name: str
    text: str


def with_marks(case: Case, words: Sequence[Words], names: Mapping[str, str]) -> Marked:
    """The words as they may be kept outside this store: every protected detail of the case that stands in
    them, in whatever form, or a part that tells it by itself, has become a mark with the name of its
    owner."""
    typed = any(one.text.strip() for one in words)
    details, search = _search_in(case, tuple(names.values())) if typed else ((), Search(()))
    parts, marks = _words_of(details), dict[str, None]()
    texts = tuple(_marked(one, search, parts, names, marks) for one in words)
    return Marked(texts, tuple(marks))


@once
def _search_in(case: Case, names: tuple[str, ...]) -> tuple[Sequence[ProtectedDetail], Search]:
    kept = of_case(case)
    details = protected_among(kept, _NOBODY)
    return details, Search(details, held_by(case, _NOBODY, kept, names=names))


def _words_of(details: Sequence[ProtectedDetail]) -> Mapping[str, frozenset[str]]:
    """The single words of the details of each owner, as they are compared."""
    found: dict[str, set[str]] = {}
    for one in details:
        found.setdefault(one.owner, set()).update(fold(part[0]).low for part in _TOKEN.finditer(one.text))
    return {owner: frozenset(parts) for owner, parts in found.items()}


def _marked(
    words: Words,
    search: Search,
    parts: Mapping[str, frozenset[str]],
    names: Mapping[str, str],
    marks: dict[str, None],
) -> str:
    text = words.text
    for _ in range(_AT_MOST):
        leak = next(iter(search.leaks((_Typed("", text),))), None)
        if leak is None:
            return _joined(text, marks)
        mark = _mark(leak, words.language, names)
        span = _span(text, partial(_stands_in, leak, search))
        start, end = _with_what_is_left(text, span, parts.get(leak.owner, frozenset()))
        marks[mark] = None
        text = f"{text[:start]}{mark}{text[end:]}"
    return " ".join(marks)


def _stands_in(leak: Leak, search: Search, part: str) -> bool:
    return leak in search.leaks((_Typed("", part),))


def _mark(leak: Leak, language: Language, names: Mapping[str, str]) -> str:
    owner = leak.owner.removesuffix(":lawyer")
    name = names.get(owner) or _SOMEBODY.said(language)
    return _MARK.get(leak.kind, _OF_ADDRESS).fill(name=name).said(language)


def _span(text: str, holds: Callable[[str], bool]) -> tuple[int, int]:
    """The shortest stretch of words in which the detail stands; the whole text where none can be told."""
    tokens = [(found.start(), found.end()) for found in _TOKEN.finditer(text)]
    last = _first(len(tokens), lambda n: holds(text[: tokens[n][1]]))
    if last is None:
        return 0, len(text)
    end = tokens[last][1]
    back = _first(last + 1, lambda n: holds(text[tokens[last - n][0] : end]))
    return (tokens[last - back][0], end) if back is not None else (0, end)


def _with_what_is_left(text: str, span: tuple[int, int], parts: frozenset[str]) -> tuple[int, int]:
    """The stretch with the words beside it that belong to the same person's details: the number of the house
    before it, the rest of a street behind it; an article alone is not taken."""
    start, end = span
    beside = [(one.start(), one.end(), fold(one[0]).low in parts) for one in _TOKEN.finditer(text)]
    for begins, _, is_part in reversed([one for one in beside if one[1] <= start]):
        if not is_part:
            break
        start = begins if _tells(text[begins:start]) else start
    for _, ends, is_part in (one for one in beside if one[0] >= end):
        if not is_part:
            break
        end = ends if _tells(text[end:ends]) else end
    return start, end


def _tells(part: str) -> bool:
    return any(len(token) > 2 or token.isdigit() for token in _TOKEN.findall(part))


def _first(count: int, holds: Callable[[int], bool]) -> int | None:
    """The first number for which something holds, where what holds for one holds for all that follow."""
    if not count or not holds(count - 1):
        return None
    low, high = 0, count - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def _joined(text: str, marks: Mapping[str, None]) -> str:
    """One mark where a town or a comma stood between two of the same address."""
    for mark in marks:
        said = re.escape(mark)
        text = re.sub(rf"({said})(?:[ ,\n]+\w+){{0,4}}[ ,\n]*{said}", r"\1", text)
    return text
