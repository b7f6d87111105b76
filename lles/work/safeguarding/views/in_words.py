"""The length of a letter, the marks in it and the options open to the court, in the language of the page."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lles.casefile.rules.lengths import Length
from lles.law.bilingual import Language
from lles.work.safeguarding.rules.advice import pieces_of_advice

AIMED_AT = 2
PARTS = {1: "¼", 2: "½", 3: "¾"}


def length_in_words(length: Length | None) -> str:
    """How long a letter is, and whether that is longer than a letter should be."""
    if length is None:
        return ""
    said = _pages(length)
    long = length.whole + length.quarters / 4 > AIMED_AT
    return _("%(length)s; two pages are aimed at") % {"length": said} if long else said


def _pages(length: Length) -> str:
    """So many pages, with the quarters of one more: 1¾ pages."""
    part = PARTS.get(length.quarters, "")
    if not length.whole:
        return _("%(part)s of a page") % {"part": part}
    if part:
        return _("%(number)s pages") % {"number": f"{length.whole}{part}"}
    return ngettext("%(num)s page", "%(num)s pages", length.whole) % {"num": length.whole}


def marks_in_words(marks: Collection[str]) -> str:
    """What is said to the author of words in which protected details became marks."""
    said = _("A protected detail that you typed was replaced by a mark: %(marks)s. Say it in another way.")
    return said % {"marks": " ".join(marks)}


def options_in_words(codes: Collection[str], language: Language) -> tuple[str, ...]:
    """Options in the language of the page, in the order of the letter."""
    return tuple(one.option.said(language) for code, one in pieces_of_advice().items() if code in codes)
