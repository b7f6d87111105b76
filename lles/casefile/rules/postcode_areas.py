"""The letters with which a protected postcode begins, said as such: an SY postcode, cod post SY."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lles.casefile.rules import half_postcodes
from lles.casefile.rules.addresses import parse
from lles.casefile.rules.folding import Folded, squeeze
from lles.casefile.rules.parts_of_addresses import Held, Part, Told

_CODE = r"(?:post[\W_]?codes?|postal (?:code|area|district)s?|(?:cod|god|chod|nghod)(?:au|iau)?[\W_]post)"
_BETWEEN = (
    "that|which|sydd|begins?|starts?|beginning|starting|is|was|with|of|in|the|an?|area|letters|for|yn|yw|ydy|mae|hi|ei|dechrau|ddechrau|"
    "cychwyn|gyda|ac?|ag|llythrennau|o|ardal"
)
_FEW = rf"(?:[\W_]{{1,3}}(?:{_BETWEEN})){{0,6}}[\W_]{{1,3}}"
_BESIDE = r"[\W_]{1,3}(?:[^\W_]+[\W_]+){0,1}"


def postcode_areas_of(value: str, owner: str) -> Iterator["PostcodeArea"]:
    """The letters of every postcode in one address."""
    codes = (code for code in parse(value).postcodes if code[:1].isalpha())
    for area in dict.fromkeys(half_postcodes.area_of(code[:-3]) for code in codes):
        letters = r"[ .]{0,2}".join(area)
        said = rf"(?<![^\W_]){_CODE}{_FEW}(?P<after>{letters})(?![^\W_])"
        beside = rf"(?<![^\W_])(?P<before>{letters})\.?{_BESIDE}{_CODE}(?![^\W_])"
        pattern = rf"{said}|{beside}"
        yield PostcodeArea("letters", owner, area, ((squeeze(area),),), pattern, "perhaps", "perhaps")


@dataclass(frozen=True)
class PostcodeArea(Part):
    """The letters as they are looked for: in capitals, because small ones are words (*sy*, *so*, *me*)."""

    def mentions(self, text: Folded) -> Iterator[re.Match[str]]:
        """Every place in which they are said to begin a postcode."""
        for at in super().mentions(text):
            letters = text.cased[slice(*at.span("after" if at["after"] else "before"))]
            if all(one.isupper() for one in letters if one.isalpha()):
                yield at

    def _weight(self, text: Folded, at: re.Match[str], held: Held) -> Told:
        return "" if self.is_known(held) else self.alone

    def is_known(self, held: Held) -> bool:
        """Whether the reader has a postcode that begins so."""
        own = (code for text in held.known for code in parse(text).postcodes if code[:1].isalpha())
        return any(half_postcodes.area_of(code[:-3]) == self.called for code in own)
