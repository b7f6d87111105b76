"""Where in a file something stands, in both languages."""

import re
from collections.abc import Mapping

from lles.law.bilingual import Text

_WELSH: Mapping[str, str] = {
    "words for screen readers": "geiriau i ddarllenwyr sgrin",
    "document information": "gwybodaeth am y ddogfen",
    "beside the objects": "wrth ymyl y gwrthrychau",
    "earlier version": "fersiwn cynharach",
    "inside the file": "y tu mewn i'r ffeil",
    "page labels": "labeli'r tudalennau",
    "form field": "maes ffurflen",
    "attachment": "atodiad",
    "file name": "enw'r ffeil",
    "bookmark": "nod tudalen",
    "on page": "ar dudalen",
    "to page": "i dudalen",
    "picture": "llun",
    "title": "teitl",
    "page": "tudalen",
    "link": "dolen",
    "note": "nodyn",
}
_KNOWN = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in _WELSH))


def place_in_words(name: str) -> Text:
    """The place that a reader of files names, such as `page 3` or `attachment: page 1`, as a person would."""
    return Text(en=name, cy=_KNOWN.sub(lambda found: _WELSH[found[0]], name))
