"""Names of files as others write them, made harmless: no folders, no tricks of direction."""

import mimetypes
import re
import unicodedata

LONGEST = 100
_FOLDERS = re.compile(r"[/\\\u2044\u2215\u29f8\uff0f\uff3c]")
_NOT_IN_A_NAME = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_OURS = {
    "pdf": "pdf", "docx": "docx", "odt": "odt", "jpg": "jpeg", "jpeg": "jpeg", "jpe": "jpeg",
    "jfif": "jpeg", "png": "png", "txt": "text", "text": "text",
}  # fmt: skip
_ACTS = frozenset({
    "action", "app", "bat", "cmd", "com", "cpl", "docm", "dotm", "exe", "gadget", "hta", "htm", "html", "inf",
    "iso", "img", "jar", "js", "jse", "lnk", "mht", "mhtml", "msc", "msi", "msp", "pif", "pptm", "ps1", "reg",
    "scr", "sct", "shtml", "svg", "svgz", "url", "vb", "vbe", "vbs", "ws", "wsc", "wsf", "wsh", "xht",
    "xhtml", "xlsm", "xml",
})  # fmt: skip
_TYPES = mimetypes.MimeTypes(filenames=())


def cleaned(name: str) -> str:
    """The name alone, as one line of visible letters; empty where nothing is left of it."""
    last = _FOLDERS.split(unicodedata.normalize("NFC", name))[-1]
    seen = "".join(letter for letter in last if _is_seen(letter))
    plain = _NOT_IN_A_NAME.sub("-", re.sub(r"\s+", " ", seen)).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if dot and len(plain) > LONGEST:
        plain = f"{stem[: LONGEST - 10].rstrip(' .')}.{ending[:9]}"
    if _RESERVED.fullmatch(plain.split(".")[0].strip()):
        plain = f"-{plain}"
    return plain[:LONGEST]


def _is_seen(letter: str) -> bool:
    """Marks of direction and other letters that cannot be seen may make one ending look like another."""
    return letter.isspace() or unicodedata.category(letter) not in {"Cf", "Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


def named_kind(name: str) -> str | None:
    """The kind on our list that a name claims, "other" where it claims one that is not, None for no claim."""
    ending = cleaned(name).rpartition(".")[2].casefold() if "." in cleaned(name) else ""
    if not ending or not says_kind(ending):
        return None
    return _OURS.get(ending, "other")


def says_kind(ending: str) -> bool:
    """Whether an ending is that of a kind of file, and not part of a name such as `Order of 3.26`."""
    low = ending.casefold()
    return low in _OURS or low in _ACTS or f".{low}" in _TYPES.types_map[True]
