"""The length of a letter and the options open to the court, in the language of the page."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lles.casefile.rules.lengths import Length
from lles.law.bilingual import Language
from lles.work.safeguarding.rules.advice import pieces_of_advice

AIMED_AT = 2
PARTS = {1: "1/4", 2: "1/2", 3: "3/4"}


def length_in_words(length: Length | None) -> str:
    """How long a letter is, and whether that is longer than a letter should be."""
    if length is None:
        return ""
    whole = ngettext("%(num)s page", "%(num)s pages", length.whole) % {"num": length.whole}
    part = PARTS.get(length.quarters, "")
    if part and length.whole:
        whole = _("%(pages)s and %(part)s") % {"pages": whole, "part": part}
    elif part:
        whole = _("%(part)s of a page") % {"part": part}
    long = length.whole + length.quarters / 4 > AIMED_AT
    return _("%(length)s; two pages are aimed at") % {"length": whole} if long else whole


def options_in_words(codes: Collection[str], language: Language) -> tuple[str, ...]:
    """Options in the language of the page, in the order of the letter."""
    return tuple(one.option.said(language) for code, one in pieces_of_advice().items() if code in codes)
