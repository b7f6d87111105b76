"""The parts of a page that everybody must be able to find: its title, headings, links, buttons and boxes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.crawl.pages import VOID

Attributes = dict[str, str]
BOXES = ("input", "select", "textarea")
NAMED = ("a", "button", "summary", "h1", "title", "label", "legend")
SAYS_ITSELF = ("hidden", "submit", "button", "image", "reset")


@dataclass
class Element:
    """An element that needs a name, with the text inside it."""

    tag: str
    attributes: Attributes
    text: str = ""

    @property
    def name(self) -> str:
        """What somebody hears who does not see it."""
        return " ".join((self.attributes.get("aria-label") or self.text).split())


@dataclass
class Parts:
    """What was found on one page."""

    language: str = ""
    found: list[Element] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    inside_label: list[Element] = field(default_factory=list)

    def of(self, *tags: str) -> list[Element]:
        """The elements of some tags."""
        return [one for one in self.found if one.tag in tags]

    @property
    def title(self) -> str:
        """The title of the page; a drawing has a title of its own, which comes later."""
        return next((one.name for one in self.of("title")), "")


def parts_of(content: str) -> Parts:
    """Reads a page."""
    reader = _Reader()
    reader.feed(content)
    reader.close()
    return reader.parts


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts = Parts()
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        if tag == "html":
            self.parts.language = element.attributes.get("lang", "")
        if identity := element.attributes.get("id"):
            self.parts.ids[identity] += 1
        if tag == "img":
            self._say(element.attributes.get("alt", ""))
        if tag in (*NAMED, *BOXES):
            self.parts.found.append(element)
        if tag in BOXES and any(one.tag == "label" for one in self._open):
            self.parts.inside_label.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while any(one.tag == tag for one in self._open) and self._open.pop().tag != tag:
            pass

    def handle_data(self, text: str) -> None:
        if not any("aria-hidden" in one.attributes and one.tag != "button" for one in self._open):
            self._say(text)

    def _say(self, text: str) -> None:
        for one in self._open:
            one.text += text


def faults(content: str, language: str) -> Iterator[str]:
    """What is wrong with the parts of a page."""
    parts = parts_of(content)
    headings = parts.of("h1")
    if parts.language != language:
        yield f"is said to be in {parts.language or 'no language'}"
    if len(headings) != 1 or not headings[0].name:
        yield f"has {len(headings)} first headings: {[one.name for one in headings]}"
    if not parts.title:
        yield "has no title"
    yield from (f"has {many} elements with the id {one}" for one, many in parts.ids.items() if many > 1)
    for one in parts.of("a", "button", "summary", "label", "legend"):
        if not one.name and one.attributes.get("aria-hidden") != "true":
            yield f"has a nameless {one.tag}: {one.attributes}"
    yield from (f"has a box without a label: {one.attributes}" for one in _without_label(parts))


def _without_label(parts: Parts) -> Iterator[Element]:
    labelled = {one.attributes.get("for") for one in parts.of("label") if one.name}
    for box in parts.of(*BOXES):
        own = box.attributes
        said = own.get("aria-label") or own.get("aria-labelledby", "") in parts.ids
        named = said or own.get("id") in labelled or box in parts.inside_label
        if own.get("type") not in SAYS_ITSELF and not named:
            yield box
