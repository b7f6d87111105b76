"""How people write one e-mail address: as patterns over folded text."""

import re
from collections.abc import Iterator
from functools import partial

from lles.casefile.rules.folding import Folded, fold, squeeze
from lles.casefile.rules.written_forms import Found, emails_in, search_by

_SHORTEST_OF_ITS_OWN = 6
_SHORTEST_WITHOUT_FIGURES = 12
_OF_A_PAGE = re.compile(  # where people go by the name before the sign: mrobertshomebakes on Instagram
    r"@\s?\Z|\b(?:instagram|insta|facebook|fb|snapchat|tiktok|twitter|youtube|ebay|vinted|etsy|messenger"
    r"|whats ?app|online|(?:user ?)?names?|users?|profiles?|accounts?|pages?|handles?|called|search|follow"
    r"|[td]h?udalen|[cg]h?yfrif|proffil|broffil|enw|chwilio?|dilyn|ddilyn)\b"
)
_NEAR_A_PAGE = 40
_BROKEN = r"(?:-?\s*\n\s*)?"
_RUNS = re.compile(r"\d+|\D+")
_APART_BY_FIGURES = r"[ \-]?"  # as one writes who says the figures in words: cadi eighty-four
_AT = r"\s*(?:@|%40|&#64;|&commat;|[\[({<]\s*(?:@|at|yn)\s*[\])}>]|\b(?:at|yn|malwoden)\b)\s*"
_SAID_DOT = r"(?:dot|full stop|point|pwynt|atalnod(?: llawn)?)"
_DOT = rf"(?:\s*(?:\.|%2e|[\[({{<]\s*(?:\.|{_SAID_DOT})\s*[\])}}>]|\b{_SAID_DOT}\b)\s*|[ \t]+)"
_DASH = r"\s*(?:-|\bdash\b|\bhyphen\b|\bcysylltnod\b)\s*"
_UNDERSCORE = r"\s*(?:_|\bunderscore\b|\btanlinell\b)\s*"
_A_MONTH = (  # a figure before one is the day of a date that follows a name: Ryan Thompson, 1 December
    r"\s(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\b"
)
_SPELLED = {"@": _AT, ".": _DOT, "-": _DASH, "_": _UNDERSCORE}


def email(value: str) -> tuple[Found, ...]:
    """An e-mail address: in any case, with spaces, broken over lines, with its signs spelled in words."""
    found = [written for written, _, _ in emails_in(fold(value).low)]
    return (
        *map(_email, found),
        *map(_letter_by_letter, found),
        *(form for written in found for form in _before_the_sign(written)),
    )


def _before_the_sign(written: str) -> Iterator[Found]:
    """What stands before the sign, which is nobody's name where it holds figures: cadi84. A long one without
    figures counts beside a word for where people go by such names."""
    own = written.partition("@")[0]
    if len(own) >= _SHORTEST_OF_ITS_OWN and any(map(str.isdigit, own)) and any(map(str.isalpha, own)):
        words = (r"[ \-_.]?".join(_RUNS.findall(word)) for word in re.findall(r"[^\W_]+", own))
        longest = max(re.findall(r"[^\W_]+", own), key=len)
        gap = rf"(?:[\W_]{{0,3}}|[\s\-]{_SAID_DOT}[\s\-])"
        yield search_by(r"(?<![^\W_])" + gap.join(words) + rf"(?![^\W_]|{_A_MONTH})", longest)
    elif len(own) >= _SHORTEST_WITHOUT_FIGURES and own.isalpha():
        yield partial(_names_a_page, own)


def _names_a_page(own: str, text: Folded) -> bool:
    """Whether what stands before the sign stands by a word for where people go by such a name: without
    figures it may be a word."""
    if squeeze(own) not in text.squeezed:
        return False
    return any(
        _OF_A_PAGE.search(text.low, max(0, at.start() - _NEAR_A_PAGE), at.start())
        or _OF_A_PAGE.search(text.low, at.end(), at.end() + _NEAR_A_PAGE)
        for at in re.finditer(rf"(?<![^\W_]){own}(?![^\W_])", text.low)
    )


def _email(written: str) -> Found:
    parts = (
        _BROKEN.join(_SPELLED.get(sign, re.escape(sign)) for sign in part) for part in _RUNS.findall(written)
    )
    return search_by(
        r"(?<![a-z0-9])" + rf"(?:{_BROKEN}|{_APART_BY_FIGURES})".join(parts), *_between_signs(written)
    )


def _letter_by_letter(written: str) -> Found:
    """As it is spelled to somebody who writes it down: m a r i . p r i c e @ example.org."""
    signs = (_SPELLED.get(sign, re.escape(sign)) for sign in written)
    return search_by(
        r"(?<![a-z0-9])" + r"[\s\-]{0,2}".join(signs) + r"(?![a-z0-9])", *_between_signs(written)
    )


def _between_signs(written: str) -> list[str]:
    """The stretches of an e-mail address that no sign parts: each stands in every form of it."""
    return re.findall(r"[a-z0-9]+", written)
