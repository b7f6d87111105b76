"""Words that somebody typed or sent and that name a protected place or number: no page shows them unasked."""

from dataclasses import dataclass
from functools import cached_property

from lles.casefile import locations
from lles.casefile.models import Case
from lles.casefile.once import once
from lles.casefile.rules.confidentiality import Search

READ_BY_ALL = "court"  # a reader who owns no detail


@dataclass(frozen=True)
class _Words:
    name: str
    text: str


@once
def _search_of(case: Case) -> Search:
    kept = locations.of_case(case)
    held = locations.held_by(case, READ_BY_ALL, kept)
    return Search(locations.protected_among(kept, READ_BY_ALL), held)


class ClosedWords:
    """Tells of any words of one case whether they name a protected place or number.

    The details are fetched at the first words that are asked about, and only then."""

    def __init__(self, case: Case) -> None:
        self._case = case

    @cached_property
    def _kept(self) -> tuple[locations.Kept, ...]:
        return locations.of_case(self._case)

    @cached_property
    def _search(self) -> Search:
        return _search_of(self._case)

    @cached_property
    def owners(self) -> locations.Whose:
        """Of whom something is held that is protected, and who has an address; no detail is opened for this
        alone."""
        return (
            locations.whose(self._kept)
            if vars(self).keys() & {"_kept", "_search"}
            else locations.owners_in(self._case)
        )

    @property
    def protected_owners(self) -> frozenset[str]:
        """Of whom something is held that is protected."""
        return self.owners.protected

    def __call__(self, *texts: str) -> bool:
        """Whether these words name one."""
        written = "\n".join(text for text in texts if text)
        return bool(written) and bool(self._search.leaks([_Words("", written)]))


class Hides:
    """Whether a page leaves out words that name a protected place or number; not once they are opened."""

    def __init__(self, closed_words: ClosedWords, *, is_open: bool) -> None:
        self._closed, self._is_open = closed_words, is_open
        self.has_hidden = False

    def __call__(self, *texts: str) -> bool:
        """Whether these words are left out; remembers that some were."""
        hidden = not self._is_open and self._closed(*texts)
        self.has_hidden = self.has_hidden or hidden
        return hidden
