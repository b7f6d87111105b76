"""A place in a file, and the text that stands there."""

from dataclasses import dataclass


class UnreadablePdf(ValueError):
    """The file cannot be read to the last word, so nobody can say what it holds; it must not leave."""


@dataclass(frozen=True)
class Place:
    """Where a text stands, in words a person can follow, and the text."""

    name: str
    text: str

    def within(self, outer: str) -> "Place":
        """The same place seen from the file around it."""
        return Place(f"{outer}: {self.name}", self.text)
