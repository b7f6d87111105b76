"""Texts of a message: letters in whatever coding they came, and the words of a page without its marks."""

import re
import unicodedata
from email.errors import HeaderParseError
from email.header import decode_header
from html.parser import HTMLParser

_NOT_SHOWN = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "object"})
_BREAKS = frozenset(
    {
        "br",
        "p",
        "div",
        "tr",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "ul",
        "ol",
        "hr",
        "blockquote",
    }
)
_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_MOST_OF_A_HEADER = 4_000


def letters(content: bytes, charset: str) -> tuple[str, bool]:
    """The letters of some bytes, and whether their coding had to be guessed."""
    for coding in (charset, "utf-8"):
        try:
            return content.decode(coding or "ascii"), coding != charset and bool(charset)
        except (
            LookupError,
            ValueError,
        ):  # an unknown name, a name with a zero byte, letters it does not have
            continue
    return content.decode("cp1252", errors="replace"), True


def header(raw: object) -> str:
    """A header as one line of visible letters, whatever it was written in."""
    text = str(raw or "")[:_MOST_OF_A_HEADER]
    try:
        parts = decode_header(text)
    except (HeaderParseError, ValueError, LookupError, IndexError):
        parts = [(text, None)]
    said = "".join(
        part if isinstance(part, str) else letters(part, charset or "utf-8")[0] for part, charset in parts
    )
    return " ".join(visible(said).split())


def visible(text: str) -> str:
    """A text without letters that cannot be seen, one form of Unicode, and one kind of line end."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(
        letter for letter in plain if letter in "\n\t" or unicodedata.category(letter) not in _UNSEEN
    )


def words_of_page(page: str) -> str:
    """The words of a page of HTML; nothing of it is drawn or fetched."""
    reader = _Words()
    reader.feed(page)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.said).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _NOT_SHOWN
        if tag in _BREAKS:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _NOT_SHOWN and self._hidden:
            self._hidden -= 1
        if tag in _BREAKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.said.append(data)
