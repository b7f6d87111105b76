"""One call of the crawl: what is asked, how, and what comes with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from lles.casefile.models import Case
from tests.crawl.canary import TOKENS

Data = Mapping[str, str | list[str] | SimpleUploadedFile]
Typed = Mapping[str, str | list[str] | SimpleUploadedFile | timedelta]
"""What is typed; a day by how far it is from the day on which it is sent: the tests may run past midnight."""
TODAY = timedelta(0)


@dataclass(frozen=True)
class Draft:
    """Words that stand in the draft of a page of a case."""

    case: Case
    kind: str
    subject: str
    typed: Data


@dataclass(frozen=True)
class Ask:
    """One call: its route, method and address, and what is sent.

    opens: it shows a protected detail on purpose, and `tells` which tokens; filled: it sends a form with
    everything in it; a_file: the answer is the same in whatever language one reads the pages; `draft`: what
    whoever asks has typed before, and where."""

    route: str
    path: str
    method: str = "GET"
    data: Data = field(default_factory=dict)
    opens: bool = False
    filled: bool = False
    a_file: bool = False
    tells: frozenset[str] = frozenset(TOKENS)
    draft: Draft | None = None

    @property
    def key(self) -> str:
        """All that is asked, as one line."""
        return f"{self.method} {self.path} {sorted(self.data.items())}"
