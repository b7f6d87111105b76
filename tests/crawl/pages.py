"""A page as a browser has it: what stands in its form, and what it says is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

Values = dict[str, list[str]]


@dataclass
class FormPage:
    """The form of a page: what it would send now, what could be chosen, and what it says is wrong."""

    language: str = ""
    stands: Values = field(default_factory=dict)
    choices: Values = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


def read(content: str) -> FormPage:
    """Reads the page with the form `page-form`."""
    reader = _Reader()
    reader.feed(content)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = FormPage()
        self._inside = False
        self._textarea, self._select, self._option = "", "", ""
        self._message = 0
        self._depth: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.page.language = known.get("lang", "")
        if tag == "form":
            self._inside = known.get("id") == "page-form"
        classes = known.get("class", "").split()
        if self._message or "govuk-error-message" in classes or "govuk-error-summary__list" in classes:
            self._message += tag not in VOID
            if tag in ("p", "li"):
                self.page.messages.append("")
        if self._inside:
            self._control(tag, known)

    def _control(self, tag: str, known: Mapping[str, str]) -> None:
        name, value = known.get("name", ""), known.get("value", "")
        if tag == "textarea":
            self._textarea = name
            self.page.stands[name] = [""]
            self.page.texts.append(name)
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            self.page.choices.setdefault(self._select, []).append(value)
            if "selected" in known or self._select not in self.page.stands:
                self.page.stands[self._select] = [value]
        elif tag == "input":
            self._input(known.get("type", "text"), name, value, "checked" in known)

    def _input(self, kind: str, name: str, value: str, checked: bool) -> None:
        if kind in ("radio", "checkbox"):
            self.page.choices.setdefault(name, []).append(value)
            if checked:
                self.page.stands.setdefault(name, []).append(value)
        elif kind not in ("submit", "button"):
            self.page.stands[name] = [value]
            if kind not in ("hidden", "file"):  # no browser gives a chosen file back
                self.page.texts.append(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = ""
        elif tag == "select":
            self._select = ""
        elif tag == "form":
            self._inside = False
        if self._message and tag not in VOID:
            self._message -= 1

    def handle_data(self, text: str) -> None:
        if self._textarea:
            self.page.stands[self._textarea][0] += text
        if self._message and text.strip() and self.page.messages:
            self.page.messages[-1] = f"{self.page.messages[-1]} {text.strip()}".strip()


VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
