"""In whose area a home lies: the authority that a town or a postcode district tells, and its police force."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.folding import fold

_POSTCODE = re.compile(r"\b([A-Za-z]{1,2}\d[A-Za-z\d]?)\s*\d[A-Za-z]{2}\b")
_ANOTHER_HOME = re.compile(r";|\n\s*\n")


@dataclass(frozen=True)
class _Areas:
    forces: Mapping[str, str]
    towns: Mapping[str, str]
    districts: Mapping[str, str]
    shared: Mapping[str, tuple[str, ...]]
    post_towns: Mapping[str, str]


@cache
def _areas() -> _Areas:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    named = {
        _plain(name): slug
        for slug, one in bodies("local_authority").items()
        for name in (one.place.en, one.place.cy)
    }
    return _Areas(
        forces={authority: force for force, all_of in table["forces"].items() for authority in all_of},
        towns=named | {_plain(town): slug for slug, all_of in table["towns"].items() for town in all_of},
        districts={one: slug for slug, all_of in table["districts"].items() for one in all_of},
        shared={one: tuple(slugs) for one, slugs in table["shared_districts"].items()},
        post_towns={one: town for town, all_of in table["post_towns"].items() for one in all_of},
    )


def authority_of(lines: Sequence[str]) -> str:
    """The local authority in whose area an address lies, empty where neither town nor district tells it. The
    last line that names a town counts, because a street may bear the name of another town."""
    areas, text = _areas(), "\n".join(lines)
    parts = [_plain(part) for part in re.split(r"[\n,]", _POSTCODE.sub("", text))]
    named = [areas.towns[part] for part in parts[::-1] if part in areas.towns]
    told = (areas.districts[one] for one in _districts(lines) if one in areas.districts)
    return next(iter([*named, *told]), "")


def authorities_of(lines: Sequence[str]) -> tuple[str, ...]:
    """Each authority in whose area an address may lie: the one that is told, or each of a shared district."""
    if told := authority_of(lines):
        return (told,)
    return tuple(dict.fromkeys(slug for one in _districts(lines) for slug in _areas().shared.get(one, ())))


def post_towns_of(lines: Sequence[str]) -> tuple[str, ...]:
    """The post towns of the postcodes in an address, as they are searched."""
    known = _areas().post_towns
    return tuple(dict.fromkeys(_plain(known[one]) for one in _districts(lines) if one in known))


def _districts(lines: Sequence[str]) -> list[str]:
    return [found.upper() for found in _POSTCODE.findall("\n".join(lines))]


def force_of(authority: str) -> str:
    """The police force that covers the area of an authority."""
    return _areas().forces.get(authority, "")


def homes_in(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The homes of one text that may hold several: each ends with its postcode, an empty line or a semicolon;
    without any of these each line that has commas is one."""
    for part in _ANOTHER_HOME.split("\n".join(lines)):
        yield from _by_postcode([line.strip() for line in part.splitlines() if line.strip()])


def _by_postcode(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    ends_at_each = len(lines) > 1 and all("," in line for line in lines)
    home: list[str] = []
    for line in lines:
        home.append(line)
        if ends_at_each or _POSTCODE.search(line):
            yield tuple(home)
            home = []
    if home:
        yield tuple(home)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name).low))
