"""How people write one postcode, telephone number, e-mail address or name: as patterns over folded text, and
which of them stand in a text, whatever box of a form it was typed into."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import product

from lles.casefile.rules.folding import Folded, fold, squeeze

Found = Callable[[Folded], bool]

_POSTCODE = re.compile(r"([a-z]{1,2})(\d[a-z\d]?)(\d)([a-z]{2})")
_IN_A_TEXT = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)[\s.\-]{0,3}(\d[a-z]{2})\b")
_MISTYPED = re.compile(r"(?<![a-z\d])([a-z\d]{2,4})[\s.\-]{0,3}([\doils][a-z015]{2})(?![a-z\d])")
_AREA = re.compile(
    r"a[bl]|b[abdhlnrst]?|c[abfhmortvw]|d[adeghlnty]|e[chnx]?|f[ky]|g[luy]?|h[adgprsux]|i[gmpv]|je|k[atwy]|l[adelnsu]?|"
    r"m[ekl]?|n[egnprw]?|o[lx]|p[aehlor]|r[ghm]|s[aegklmnoprstwy]?|t[adfnqrsw]|ub|w[acdfnrsv]?|yo|ze"
)
_AS_LETTERS = {"0": "o", "1": "il", "5": "s"}
_AS_DIGITS = str.maketrans("oils", "0115")
_SECOND_AS_DIGIT = str.maketrans("oil", "011")
_NEVER_LAST = frozenset("cikmov")
_EIRCODE = re.compile(
    r"\b([ac-fhknprtvwxy]\d[\dw])[\s\-]?(?=\w{0,3}\d)([ac-fhknprtvwxy][\dac-fhknprtvwxy]{3})\b"
)
_CODES_ABROAD = re.compile(
    r"\d{5,6}|\d{5}-\d{4}|\d{3}[ \-]\d{2,4}|\d{2}-\d{3}|[a-z]{1,2}-\d{4,6}|[a-z]{2}\d{4,5}|\d{4} ?[a-z]{2}"
    r"|[a-z]\d[a-z] ?\d[a-z]\d"
)
_SMALL_GAP = r"[\s().\-/]{0,3}"
_PHONE = re.compile(
    rf"(?<!\d)(?=((?:(?:(?:\+|00){_SMALL_GAP})?44{_SMALL_GAP}(?:0{_SMALL_GAP})?|\(?0{_SMALL_GAP}|(?=7))"
    rf"[1-378](?:{_SMALL_GAP}\d){{8,9}}|\+\d(?:{_SMALL_GAP}\d){{7,13}})(?!\d))"
)
_ABROAD = re.compile(r"(?=(?:.*\d){2})(?!.*[a-z]{4}).{5,10}")
_NUMBER = re.compile(r"\+?\(?\d[\d\s().\-/]*\d")
_SEPARATORS = re.compile(r"[,;|]|\bor\b|\bneu\b|\band\b|\bext\b|\bx\b|\s/\s")
_AROUND_EMAIL = '"\u201c\u201d.!?*'
_EMAIL = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:]+")
_MIXED_UP = {"0": "[0o]", "o": "[o0]", "1": "[1il]", "i": "[i1l]", "l": "[l1i]", "5": "[5s]", "s": "[s5]"}
_COURT_NUMBER = re.compile(r"(?<!\d)(?<!\d[- ])(?!0|44)\d{4}([- ])\d{4}\1\d{4}\1\d{4}(?![- ]?\d)")
_OF_A_POSTCODE = re.compile(r"post|code|cod\b")
_OF_A_PHONE = re.compile(
    r"tel|phone|ffon|rhif|ring|call|galw|number|mobile|symudol|landline|contact|cyswllt|\bmob\b|\bcell\b|\btext"
    r"|\bsms\b|whats ?app|\bmessag|\bfacetime|\bdial|\bd?deial|tecst|neges"
    r"|\b(?:home|work|cartref|gwaith|m|h|c|t): ?\Z"
)
_ENDS_IN = re.compile(  # her number ends 406, the last three digits of his phone are 406
    r"(?:\b(?:phone|telephone|mobile|mob|cell|landline|number|ffon|symudol|rhif|digits|figures)\b"
    r"(?! of (?!the\b|phone\b|h))[^\d.!?]{0,30}"
    r"\b(?:end(?:s|ed|ing)?|finish(?:es|ed|ing)?|last|n?d?diweddu|ng?orffen|gorffen|terfynu|olaf)"
    r"|\b(?:last|olaf|diwethaf) (?:\w+ )?(?:digits|figures|numbers)|\b(?:digid|ffigur|rhif)\w* olaf)\b"
    r"[^\d.!?]{0,40}\Z"
)
_BLOTTED_OUT = re.compile(r"(?:[*x#\u2022]{2}[\s\-]?|\.{3})\Z")  # ****0183, 07700 9xx183
_OF_A_CASE = re.compile(r"\b(?:case|court|file|order|invoice|account|achos|llys|gorchymyn|cyfrif)\b")
_LEAST_OF_AN_END = 3


def postcode(value: str) -> tuple[Found, ...]:
    """A postcode: joined, parted by space, dots, dashes or lines, spelled out, O for 0, I for 1, S for 5."""
    written = "".join(filter(str.isalnum, fold(value).low))
    mistyped = None if _POSTCODE.fullmatch(written) else _MISTYPED.fullmatch(written)
    right = [*_corrections(*mistyped.groups())] if mistyped else [written]
    british = [match for code in right if (match := _POSTCODE.fullmatch(code))]
    if british:
        return tuple(form for match in british for form in _forms_of_postcode(match))
    if _ABROAD.fullmatch(written):
        return (search_by(_apart(written, r"[\W_]{0,3}"), written),)
    return ()


def _forms_of_postcode(british: re.Match[str]) -> Iterator[Found]:
    area, district, sector, unit = (_letters(part) for part in british.groups())
    # One letter before a one-letter area makes another area: LS1 1AA is not S1 1AA. Any other letter before
    # it is a word that ran into it.
    another = r"(?<!\b[a-z])" if len(british[1]) == 1 else ""
    yield search_by(rf"{another}{area}{district}[\W_]{{0,4}}{sector}{unit}", british[0])
    yield search_by(_apart(british[0], r"[\W_]{0,3}"), british[0])
    yield _after(_OF_A_POSTCODE, _apart(british[3] + british[4], r"[\W_]{0,1}"), british[3] + british[4])


def postcodes_in(low: str) -> Iterator[tuple[str, int, int]]:
    """The postcodes in folded text, as they should be written, each with where it begins and ends."""
    for found in _IN_A_TEXT.finditer(low):
        yield "".join(found.groups()), *found.span()
    for found in _MISTYPED.finditer(low):
        if not _IN_A_TEXT.search(found[0]):
            yield from ((right, *found.span()) for right in _corrections(found[1], found[2]))
    for found in _EIRCODE.finditer(low):
        yield "".join(found.groups()), *found.span()


def code_abroad(line: str) -> str:
    """The postcode of another country that is the whole of a folded line; nothing where it is none."""
    return re.sub(r"[ \-]", "", line) if _CODES_ABROAD.fullmatch(line) else ""


def phones_in(low: str) -> Iterator[tuple[str, int, int]]:
    """The telephone numbers in folded text, each with where it begins and ends."""
    for found in _PHONE.finditer(low):
        yield found[1], *found.span(1)


def emails_in(low: str) -> Iterator[tuple[str, int, int]]:
    """The e-mail addresses in folded text, each with where it begins and ends."""
    for found in _EMAIL.finditer(low):
        yield found[0].strip(_AROUND_EMAIL), *found.span()


def _corrections(outward: str, inward: str) -> Iterator[str]:
    """The postcodes that may be meant where O and 0, I and 1, S and 5 changed places."""
    units = [unit for unit in _with_letters(inward[1:]) if not _NEVER_LAST & set(unit)]
    confused = any(map(str.isdigit, outward + inward[0])) and any(map(str.isalpha, inward[1:]))
    for length in (1, 2):
        area, district = outward[:length], outward[length:]
        right = district[:1].translate(_AS_DIGITS) + district[1:].translate(_SECOND_AS_DIGIT)
        if not (1 <= len(right) <= 2 and right[0].isdigit() and any(map(str.isalpha, area))):
            continue
        if confused and (length == 2 or right[0] != "0"):
            areas = filter(_AREA.fullmatch, _with_letters(area))
            yield from (
                found + right + inward[0].translate(_AS_DIGITS) + unit for found in areas for unit in units
            )


def _with_letters(part: str) -> Iterator[str]:
    return map("".join, product(*(_AS_LETTERS.get(letter, letter) for letter in part)))


def phone(value: str) -> tuple[Found, ...]:
    """A telephone number: national or with the country code, grouped at will, never inside more digits."""
    return tuple(found for number in _numbers(value) for found in _forms_of_number(number))


def name(value: str) -> tuple[Found, ...]:
    """A person's name: whole, without the middle names, or surname first."""
    words = re.findall(r"[^\W_]+", fold(value).low)
    if sum(map(len, words)) < 3:
        return ()
    surnames = [tuple(words[at:]) for at in range(1, len(words))] or [()]
    first_names = {(words[0],), *(tuple(words[:at]) for at in range(1, len(words)))}
    orders = [(first, last) for first in first_names for last in surnames]
    return (
        *(search_by(_bounded([*first, *last], r"[\s\-_.]{1,4}"), first[0]) for first, last in orders),
        *(search_by(_bounded([*last, *first], r"[\W_]{1,4}"), first[0]) for first, last in orders),
    )


def _bounded(words: Sequence[str], gap: str) -> str:
    return r"(?<![^\W_])" + gap.join(map(re.escape, words)) + r"(?![^\W_])"


def _numbers(value: str) -> Iterator[str]:
    """The national part of every number in a text; of a number abroad, all its digits."""
    for part in _SEPARATORS.split(fold(value).low):
        for found in _NUMBER.finditer(part):
            digits = re.sub(r"\D", "", found[0])
            if digits.startswith("0044"):
                digits = digits[4:]
            elif digits.startswith("44") and len(digits) > 11:
                digits = digits[2:]
            digits = digits.removeprefix("00").removeprefix("0")
            if 7 <= len(digits) <= 14 and digits.strip("0"):
                yield digits


def _forms_of_number(digits: str) -> Iterator[Found]:
    gap = r"[\s().\-/_,]{0,4}"
    country = rf"(?:\+|00)?{gap}44{gap}(?:[0o]{gap})?|[0o]{gap}|\+{gap}|00{gap}"
    written = gap.join(map(_letters, digits))
    whole = _when_needed(rf"(?<!\d)(?:{country})?{written}(?!\d)")
    first_look = squeeze(digits)
    yield lambda text: first_look in text.squeezed and bool(whole().search(_COURT_NUMBER.sub("#", text.low)))
    if len(digits) == 10:
        yield _in_two_parts(digits)
        yield _the_end_of(digits)
        yield _said_to_be_the_end_of(digits)


def _in_two_parts(digits: str) -> Found:
    """A number with words between its parts: 07700 and then 900183, 07700 900 then 183."""
    parts = (digits[:4], digits[4:7], digits[7:])
    first, second, third = (r"[\W_]{0,2}".join(map(_letters, part)) for part in parts)
    apart = _when_needed(rf"(?<!\d)[0o]?{first}\D{{0,40}}{second}\D{{0,40}}{third}(?!\d)")
    looks = tuple(map(squeeze, parts))
    return lambda text: all(look in text.squeezed for look in looks) and bool(apart().search(text.low))


def _the_end_of(digits: str) -> Found:
    """A landline without its dialling code, as neighbours write it, or the last figures of a mobile; so few
    count only after a word like telephone."""
    short = 6 if digits[0] not in "12" else 8 if digits[0] == "2" else 7 if "1" in digits[1:3] else 6
    local = r"(?<![\d\-/])" + r"[\s\-.]?".join(map(_letters, digits[-short:])) + r"(?![\d\-/])"
    return _after(_OF_A_PHONE, local, digits[-short:])


def _said_to_be_the_end_of(digits: str) -> Found:
    """The last figures of a number, three or more, where the words say that it ends so."""
    ends = "|".join(r"[\s\-]?".join(digits[-n:]) for n in range(len(digits), _LEAST_OF_AN_END - 1, -1))
    compiled, first_look = _when_needed(rf"(?<!\d)(?:{ends})(?!\d)"), squeeze(digits[-_LEAST_OF_AN_END:])

    def found(text: Folded) -> bool:
        if first_look not in text.squeezed:
            return False
        for end in compiled().finditer(text.low):
            before = text.low[max(0, end.start() - 90) : end.start()]
            if _BLOTTED_OUT.search(before):
                return True
            if (said := _ENDS_IN.search(before)) and not _OF_A_CASE.search(before, max(0, said.start() - 12)):
                return True
        return False

    return found


def _after(word: re.Pattern[str], pattern: str, letters: str) -> Found:
    """A search that counts only what stands close after a word."""
    compiled, first_look = _when_needed(pattern), squeeze(letters)
    return lambda text: (
        first_look in text.squeezed
        and any(
            word.search(text.low, max(0, found.start() - 40), found.start())
            for found in compiled().finditer(text.low)
        )
    )


def like(letter: str) -> str:
    """A pattern for a letter or figure and for those that people mix it up with."""
    return _MIXED_UP.get(letter) or re.escape(letter)


def _letters(part: str) -> str:
    return "".join(map(like, part))


def _apart(letters: str, gap: str) -> str:
    return "(?<![a-z0-9])" + gap.join(map(like, letters)) + "(?![a-z0-9])"


def search_by(pattern: str, *letters: str) -> Found:
    """A search by pattern, after a first look for all letters that every written form keeps together."""
    compiled, looks = _when_needed(pattern), tuple(map(squeeze, letters))
    return lambda text: (
        all(look in text.squeezed for look in looks) and compiled().search(text.low) is not None
    )


def _when_needed(pattern: str) -> Callable[[], re.Pattern[str]]:
    """A pattern that is compiled when a first look was not in vain: most never are."""
    return cache(partial(re.compile, pattern))
