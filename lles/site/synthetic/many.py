"""Many cases at once, one after the other, without holding more than one."""

from collections.abc import Iterable, Iterator
from datetime import date

from lles.site.synthetic.facts import Payload
from lles.site.synthetic.families import draw_family
from lles.site.synthetic.private_law import private_case


def many(count: int, seed: int, day: date) -> Iterator[Payload]:
    """So many private-law cases as they stand on a day; each is the same however many are asked for."""
    return (private_case(draw_family(seed, number, day)) for number in range(1, count + 1))


def answer(cases: Iterable[Payload]) -> Payload:
    """Cases as a search of a court's service answers them."""
    found = list(cases)
    return {"total": len(found), "cases": found}
