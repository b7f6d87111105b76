"""The provisions behind findings: those of the law itself, and those of every piece of work."""

from collections.abc import Iterator, Mapping

from lles.casefile import register
from lles.law.lawbook import shared_laws
from lles.law.provisions import Provision


def provision_of(name: str) -> Provision | None:
    """The provision of an id; None where nobody has entered it."""
    return next((books[name] for books in _books() if name in books), None)


def _books() -> Iterator[Mapping[str, Provision]]:
    yield from (work.provisions for work in register.works())
    yield from shared_laws()
