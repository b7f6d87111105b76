"""Which matches a person is shown: the nearest of each case, and none that a common name alone explains."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lles.work.earlier_involvement.rules.matching import Match, settings


@dataclass(frozen=True)
class Pair:
    """A person of this case beside a person of another case, by the names under which the file knows them."""

    here: str
    there: str
    other_case: int
    match: Match

    @property
    def is_of_adults(self) -> bool:
        """Whether both are adults."""
        return self.here.startswith("party") and self.there.startswith("party")


def chosen(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pairs to look at, the nearest first."""
    ranked = sorted(pairs, key=lambda pair: (-pair.match.score, pair.here, pair.there))
    told_apart = _without_common_names(ranked)
    return _not_too_many(_without_households(_nearest_of_each_case(told_apart)))


def _without_common_names(pairs: Sequence[Pair]) -> Sequence[Pair]:
    alone = [pair.here for pair in pairs if pair.match.is_by_name_alone]
    common = {here for here in alone if alone.count(here) > settings()["bearers_at_most"]}
    return [pair for pair in pairs if not (pair.match.is_by_name_alone and pair.here in common)]


def _nearest_of_each_case(pairs: Sequence[Pair]) -> Sequence[Pair]:
    nearest: dict[tuple[str, int], Pair] = {}
    for pair in pairs:
        nearest.setdefault((pair.here, pair.other_case), pair)
    return list(nearest.values())


def _without_households(pairs: Sequence[Pair]) -> Sequence[Pair]:
    """Two adults at one address are worth a look; not a whole household beside each of its members."""
    by_name = {pair.there for pair in pairs if pair.match.is_by_name}
    return [
        pair for pair in pairs if pair.match.is_by_name or (pair.is_of_adults and pair.there not in by_name)
    ]


def _not_too_many(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    kept: list[Pair] = []
    for pair in pairs:
        if sum(one.here == pair.here for one in kept) < settings()["shown_at_most"]:
            kept.append(pair)
    return tuple(kept)
