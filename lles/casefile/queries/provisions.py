"""The provisions behind findings, from whichever piece of work or part of the law has them."""

from lles.casefile import register
from lles.law.provisions import Provision


def provision_of(name: str) -> Provision | None:
    """The provision of an id; None where nobody has entered it."""
    return next((work.provisions[name] for work in register.works() if name in work.provisions), None)
