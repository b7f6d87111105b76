"""The families of the demonstration: one that is followed to the end, and those that leave work to do."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lles.site.demo.days import StoryDays
from lles.site.synthetic import (
    Family,
    Payload,
    Wish,
    documents_of,
    draw_family,
    draw_public_family,
    notice,
    private_case,
    public_case,
)
from lles.site.synthetic.facts import Address, Adult, Child
from lles.site.synthetic.odd import with_unknown_words, without_number
from lles.site.synthetic.whereabouts import email

SEED = 1990
BEVAN, ROWLANDS, NOWAK, ORDERED, PATHFINDER, PUBLIC, NAMELESS, ODD, BY_MAIL, EYNON, QURESHI, TREHARNE = range(
    1, 13
)
PROSSER = 13
EVERY = (
    BEVAN, ROWLANDS, NOWAK, EYNON, QURESHI, TREHARNE, ORDERED, PATHFINDER, PUBLIC, NAMELESS, ODD, PROSSER,
)  # fmt: skip
CAME_BEFORE = (TREHARNE, NOWAK, ROWLANDS, BEVAN, EYNON, QURESHI, PROSSER)
HELPED_SINCE, KNOWN_SINCE = 133, 150  # working days ago
HOME = Address("14 Heol y Gwdihŵ Arian", "Wrexham", "Wrexham", "LL11 8VK")
BEFORE = Address("3 Lôn Cwmllyriad", "Mold", "Flintshire", "CH7 2MC")
FATHERS_HOME = Address("27 Larkenby Road", "Chester", "Cheshire", "CH2 3OK")


@dataclass(frozen=True)
class Sent:
    """One case as the court sends it at a moment, with the papers it lists."""

    case: Payload
    documents: dict[str, bytes]
    changed_at: datetime


def court_number(place: int) -> str:
    """The court's number of one of the families."""
    return str(draw_family(SEED, place, date(2026, 1, 5)).case_number)


def sent_long_ago(days: StoryDays) -> Iterator[Sent]:
    """What the court sent before everything else, of a family whose order is enforced now."""
    yield _sent(_prosser(days), days.at(KNOWN_SINCE, 8, 30))


def sent_before(days: StoryDays) -> Iterator[Sent]:
    """What the court had sent by the days on which work on the older cases began, the earliest first."""
    yield _sent(_treharne(days), days.at(HELPED_SINCE, 8, 15))
    yield _sent(_nowak(days), days.at(14, 8, 5))
    yield _sent(_rowlands(days, hearing_in_days=9), days.at(10, 8, 12))
    yield _sent(_bevan(days), days.at(8, 7, 55))
    yield _sent(_eynon(days), days.at(7, 8, 25))
    yield _sent(_rowlands(days, hearing_in_days=5), days.at(2, 15, 40))
    yield _sent(_qureshi(days), days.at(1, 8, 20))


def sent_today(days: StoryDays) -> Iterator[Sent]:
    """What the court sends on the day of the demonstration."""
    at = days.now - timedelta(minutes=6)
    ordered = Wish(
        court="chester",
        town="wrexham",
        issued_days_ago=2,
        hearing_in_days=16,
        letter_ordered_in_days=9,
        children=1,
    )
    yield _sent(draw_family(SEED, ORDERED, days.today, ordered), at)
    yield _sent(
        draw_family(SEED, PATHFINDER, days.today, Wish(court="leeds", issued_days_ago=2, children=2)), at
    )
    public = draw_public_family(SEED, PUBLIC, days.today)
    stamped = _changed(public.family, at)
    yield Sent(public_case(replace(public, family=stamped)), _first_paper(stamped), at)
    nameless = _changed(draw_family(SEED, NAMELESS, days.today, Wish(court="chester", town="mold")), at)
    yield Sent(without_number(private_case(nameless)), {}, at)
    odd = _changed(draw_family(SEED, ODD, days.today, Wish(court="liverpool", town="rhyl")), at)
    yield Sent(with_unknown_words(private_case(odd)), documents_of(odd), at)


def sent_by_mail(days: StoryDays) -> tuple[bytes, datetime]:
    """The notice of a Welsh court about a Pathfinder case, in Welsh, and when it came."""
    wish = Wish(court="chester", town="wrexham", children=2, confidential=True, issued_days_ago=2)
    family = draw_family(SEED, BY_MAIL, days.today, wish)
    (mother,), (father,) = family.applicants, family.respondents
    family = replace(
        family, applicants=(_named(family, mother, ("Ffion", "Tudur", date(1992, 7, 14))),),
        respondents=(_named(family, father, ("Rhodri", "ab Ithel", date(1990, 1, 30))),),
    )  # fmt: skip
    came_at = days.at(1, 15, 10)
    return notice(family, came_at), came_at


def everything_sent(days: StoryDays) -> tuple[Sent, ...]:
    """Everything the court has sent up to the moment of the demonstration."""
    return (*sent_long_ago(days), *sent_before(days), *sent_today(days))


def _sent(family: Family, at: datetime) -> Sent:
    stamped = _changed(family, at)
    return Sent(private_case(stamped), documents_of(stamped), at)


def _changed(family: Family, at: datetime) -> Family:
    return replace(family, days=replace(family.days, changed_at=at))


def _first_paper(family: Family) -> dict[str, bytes]:
    key, content = next(iter(documents_of(family).items()))
    return {key: content}


def _bevan(days: StoryDays) -> Family:
    """A mother who moved and asked that nobody is told where to, two children, a father over the border."""
    wish = Wish(
        court="chester", town="wrexham", children=2, confidential=True, issued_days_ago=9, hearing_in_days=8
    )
    family = draw_family(SEED, BEVAN, days.today, wish)
    (mother,), (father,) = family.applicants, family.respondents
    mother = _named(family, mother, ("Siân", "Morris", date(1990, 2, 28)))
    mother = replace(mother, address=HOME, earlier=(BEFORE,), lawyer=None)
    father = replace(
        _named(family, father, ("Gareth", "Bevan", date(1988, 6, 9))), address=FATHERS_HOME, lawyer=None
    )
    macsen, efa = family.children
    year = days.today.year
    children = (
        replace(efa, first_name="Efa", last_name="Bevan", gender="female", born_on=date(year - 9, 1, 17)),
        replace(macsen, first_name="Macsen", last_name="Bevan", gender="male", born_on=date(year - 6, 1, 3)),
    )
    return replace(
        family, applicants=(mother,), respondents=(father,), children=children, says_harm=True,
        asks=("childArrangementsOrder", "prohibitedStepsOrder"), arrangement="liveWithOrder",
        known_to_authority="yes",
    )  # fmt: skip


def _rowlands(days: StoryDays, hearing_in_days: int) -> Family:
    """A brother and a sister who do not share a surname, as an old custom has it."""
    wish = Wish(court="chester", town="mold", children=2, issued_days_ago=12, hearing_in_days=hearing_in_days)
    family = draw_family(SEED, ROWLANDS, days.today, wish)
    younger, elder = family.children
    children: tuple[Child, ...] = (
        replace(elder, first_name="Gwion", last_name="ap Dafydd", gender="male"),
        replace(younger, first_name="Mali", last_name="ferch Dafydd", gender="female"),
    )
    return _with_parents(
        replace(family, children=children),
        mother=("Mared", "Rowlands", date(1991, 4, 12)),
        father=("Dafydd", "ap Hywel", date(1989, 8, 30)),
    )


def _nowak(days: StoryDays) -> Family:
    """A family whose letter is late; the respondent needs an interpreter."""
    wish = Wish(court="crewe", town="nantwich", children=1, issued_days_ago=18, hearing_in_days=6)
    family = draw_family(SEED, NOWAK, days.today, wish)
    (child,) = family.children
    return _with_parents(
        replace(
            family,
            interpreter="Polish",
            children=(replace(child, first_name="Zofia", last_name="Nowak"),),
        ),
        mother=("Katarzyna", "Zielińska", date(1993, 11, 2)),
        father=("Łukasz", "Nowak", date(1990, 5, 21)),
    )


def _eynon(days: StoryDays) -> Family:
    """A family whose letter is written and waits for a second person's signature."""
    wish = Wish(
        court="chester", town="wrexham", children=1, confidential=False, issued_days_ago=8, hearing_in_days=7
    )
    family = draw_family(SEED, EYNON, days.today, wish)
    (child,) = family.children
    return _with_parents(
        replace(family, says_harm=True, children=(_girl(child, "Nel", "Eynon"),)),
        mother=("Carys", "Llewelyn", date(1994, 3, 8)),
        father=("Steffan", "Eynon", date(1991, 10, 19)),
    )


def _qureshi(days: StoryDays) -> Family:
    """A family whose hearing comes before any answer can: the court is told at short notice."""
    wish = Wish(
        court="crewe", town="nantwich", children=1, confidential=False, issued_days_ago=2, hearing_in_days=2
    )
    family = draw_family(SEED, QURESHI, days.today, wish)
    (child,) = family.children
    return _with_parents(
        replace(family, children=(_girl(child, "Leila", "Qureshi"),)),
        mother=("Hannah", "Ashworth", date(1992, 6, 25)),
        father=("Imran", "Qureshi", date(1990, 12, 4)),
    )


def _treharne(days: StoryDays) -> Family:
    """A family whose first application ended months ago; now the parents are helped under an order."""
    wish = Wish(
        court="chester", town="wrexham", children=1, confidential=False, issued_days_ago=2, hearing_in_days=9
    )
    family = draw_family(SEED, TREHARNE, days.before(HELPED_SINCE), wish)
    (child,) = family.children
    return _with_parents(
        replace(family, children=(_girl(child, "Gwenno", "Treharne"),)),
        mother=("Angharad", "Vaughan", date(1989, 9, 17)),
        father=("Rhys", "Treharne", date(1987, 2, 3)),
    )


def _prosser(days: StoryDays) -> Family:
    """A family whose child arrangements order was broken, and is enforced against the father."""
    wish = Wish(
        court="chester", town="wrexham", children=1, confidential=False, issued_days_ago=2, hearing_in_days=9
    )
    family = draw_family(SEED, PROSSER, days.before(KNOWN_SINCE), wish)
    (child,) = family.children
    cadi = replace(_girl(child, "Cadi", "Prosser"), born_on=date(days.now.year - 9, 2, 14))  # she telephones
    return _with_parents(
        replace(family, children=(cadi,)),
        mother=("Bethan", "Ellis", date(1988, 5, 11)),
        father=("Emrys", "Prosser", date(1986, 11, 23)),
    )


Named = tuple[str, str, date]


def _with_parents(family: Family, *, mother: Named, father: Named) -> Family:
    """The family with parents of these names, who disagree about the time a child spends with each."""
    names = {"mother": mother, "father": father}
    applicants, respondents = (
        tuple(_named(family, one, names[one.relation]) for one in side)
        for side in (family.applicants, family.respondents)
    )
    return replace(
        family, applicants=applicants, respondents=respondents, asks=("childArrangementsOrder",),
        arrangement="spendTimeWithOrder",
    )  # fmt: skip


def _girl(child: Child, first: str, last: str) -> Child:
    return replace(child, first_name=first, last_name=last, gender="female")


def _named(family: Family, adult: Adult, named: Named) -> Adult:
    first, last, born_on = named
    reached = email(first, last, family.number)
    return replace(adult, first_name=first, last_name=last, born_on=born_on, email=reached)
