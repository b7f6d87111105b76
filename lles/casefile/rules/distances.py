"""Words that say how far or how near somewhere is, in either language: whoever knows the other place can tell
from them where somebody lives."""

import re
from functools import cache

_ONE_EN = (
    "a an one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty"
    " sixty half several few couple"
)
_ONE_CY = (
    "un dau ddau dwy ddwy tri dri tair dair pedwar bedwar pedair bedair pum bum pump chwe chwech saith wyth"
    " naw deg ddeg deng deuddeg ddeuddeg pymtheg bymtheg ugain hugain deugain"
    " hanner chwarter ychydig sawl rhai"
)
_FIGURES = r"\d+(?:[.,]\d+)?"
_HOW_FAR_EN = r"(?:miles?|kilomet(?:re|er)s?|kms?|yards?|metres?|blocks?)"
_HOW_FAR_CY = r"(?:m?filltir(?:oedd)?|milltir(?:oedd)?|[cg]ilometr(?:au)?|km|ll?ath(?:enni)?|metr(?:au)?)"
_HOW_LONG_EN = r"(?:minutes?|mins?|hours?)['’]?s?"
_HOW_LONG_CY = r"(?:munud(?:au)?|funud(?:au)?|awr|oriau)"
_GOES_EN = (
    r"(?:(?:drive|walk|ride|journey|bus|train|cycle)\b|away\b|from\b|by (?:car|bus|train|bike)\b|on foot\b"
    r"|up the road\b|down the road\b)"
)
_GOES_CY = (
    r"(?:i ffwrdd\b|o daith\b|o waith (?:gyrru|cerdded)\b|o gerdded\b|mewn car\b|yn y car\b|ar droed\b"
    r"|ar y (?:bws|trên|beic)\b|oddi wrth\b|o'i?r?\b|i fyny'r ffordd\b|i lawr y ffordd\b)"
)
_LIVES_EN = r"\b(?:lives?|living|lived|moved|staying|stays|home|house|flat|school|nursery|work(?:s|place)?)\b"
_NEAR_EN = r"(?:near|nearby|close (?:to|by)|next to|opposite|beside|behind|not far|a stone's throw)\b"
_LIVES_CY = r"\b(?:byw|fyw|cartref|gartref|tŷ|dŷ|fflat|ysgol|meithrinfa|symud\w*|aros|gwaith|gweithio)\b"
_NEAR_CY = r"(?:ger|gerllaw|yn agos (?:i|at|iawn)|wrth ymyl|gyferbyn|y tu ôl i|heb fod ymhell)\b"
_PLAINLY = (
    r"\bnext[- ]door\b|\b(?:a)?round the corner\b|\b(?:across|over|up|down) the (?:road|street)\b"
    r"|\bwalking distance\b|\b(?:the )?same (?:street|road|estate|village|town|block)\b"
    r"|\bdrws nesaf\b|\brownd y gornel\b|\bdros y (?:ffordd|stryd)\b|\bpellter cerdded\b"
    r"|\byr un (?:stryd|ffordd|heol|ystad|pentref|dref)\b|\bi (?:fyny|lawr)['’ ]?r? (?:y )?(?:ffordd|stryd)\b"
)


def tells_how_far(text: str) -> bool:
    """Whether words say how far somewhere is, in length or in time on the way, or that it is near
    (SG-POINTER)."""
    return _searched().search(text.casefold().replace("’", "'")) is not None


@cache
def _searched() -> re.Pattern[str]:
    number_en, number_cy = (f"(?:{_FIGURES}|{one.replace(' ', '|')})" for one in (_ONE_EN, _ONE_CY))
    parts = (
        rf"\b{number_en}(?: or so| of| an?)?[\s-]+(?:\w+[\s-]+)?{_HOW_FAR_EN}\b",
        rf"\b{number_en}(?: or so| of| an?)?[\s-]+{_HOW_LONG_EN}[\s-]+{_GOES_EN}",
        rf"\b{number_cy}(?: neu ddwy| neu fwy)?[\s-]+(?:o )?{_HOW_FAR_CY}\b",
        rf"\b{number_cy}[\s-]+(?:o )?{_HOW_LONG_CY}[\s-]+{_GOES_CY}",
        rf"{_LIVES_EN}(?:\W+\w+){{0,3}}?\W+{_NEAR_EN}",
        rf"{_LIVES_CY}(?:\W+\w+){{0,3}}?\W+{_NEAR_CY}",
        _PLAINLY,
    )
    return re.compile("|".join(parts))
