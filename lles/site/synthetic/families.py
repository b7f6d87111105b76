"""Draws a usual family: two parents, their children, what is asked of the court, and days that hold together.

Shares marked [A] are assumptions to be replaced by a service's own figures; they are never shown as facts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from lles.law.calendar import court_calendar
from lles.site.synthetic import naming, whereabouts
from lles.site.synthetic.draws import Draws, Weighted, identity
from lles.site.synthetic.facts import Address, Adult, Child, Court, Days, Family, Gender, Lawyer, Ordered

LONDON = ZoneInfo("Europe/London")
CHILDREN = Weighted({"1": 60, "2": 27, "3": 9, "4": 3, "5": 1})  # [A]
YOUNGEST = Weighted(
    {"0": 6, "1": 8, "2": 9, "3": 10, "4": 10, "5": 9, "6": 9, "8": 20, "11": 12, "14": 7}
)  # [A]
ASKS = Weighted({"spend": 50, "live": 17, "both": 14, "steps": 12, "issue": 7})  # [A]
KNOWN = Weighted({"no": 52, "yes": 33, "dontKnow": 15})  # [A]
HEARING_TIMES = (time(10, 0), time(10, 30), time(11, 30), time(14, 0), time(14, 30))
YEAR = timedelta(days=365, hours=6)
DIRECTIONS = ("standardDirectionsOrder", "Standard directions order")


@dataclass(frozen=True)
class Wish:
    """What is wanted of a family; everything that is not said is drawn."""

    court: str = ""
    town: str = ""
    children: int = 0
    confidential: bool | None = None
    issued_days_ago: int | None = None
    hearing_in_days: int | None = None
    letter_ordered_in_days: int | None = None
    reports: tuple[str, ...] = ("Safeguarding letter",)


USUAL = Wish()


def draw_family(seed: int, number: int, day: date, wish: Wish = USUAL) -> Family:
    """One family as it stands on a day; the same for the same seed, number, day and wish."""
    draws = Draws(seed, number, "family")
    court = whereabouts.courts()[wish.court or draws.of(tuple(whereabouts.courts()))]
    town = wish.town or draws.of(court.towns)
    days = _days(draws, day, wish)
    mother, father, children = _people(draws, (seed, number), town, court, days.issued_on, wish)
    if draws.percent(30):  # [A] the mother applies
        applicants, respondents = (mother,), (_unasked(father),)
    else:
        applicants, respondents = (father,), (_unasked(mother),)
    if wish.confidential:
        applicants, respondents = (mother,), (_unasked(father),)
    family = Family(
        seed=seed, number=number, court=court, children=children, applicants=applicants,
        respondents=respondents, days=days, known_to_authority=KNOWN.draw(draws), says_harm=draws.percent(35),
        orders=_orders(day, days, wish),
    )  # fmt: skip
    return _with_what_is_asked(family, ASKS.draw(draws))


def _unasked(adult: Adult) -> Adult:
    """A respondent whom nobody has asked yet what is to be kept confidential."""
    return replace(adult, confidential=None)


def _people(
    draws: Draws, which: tuple[int, int], town: str, court: Court, on: date, wish: Wish
) -> tuple[Adult, Adult, tuple[Child, ...]]:
    names = naming.draw_community(draws, whereabouts.nation_of(town))
    count = wish.children or int(CHILDREN.draw(draws))
    ages = _ages(draws, count)
    home = whereabouts.draw_address(draws, town)
    first_child = on - YEAR * ages[-1]
    mother = _adult(draws, which, "mother", names, first_child - YEAR * draws.between(19, 36), home)
    elsewhere = whereabouts.draw_address(draws, draws.of(court.towns), [home])
    father = _adult(draws, which, "father", names, first_child - YEAR * draws.between(20, 40), elsewhere)
    confidential = draws.percent(10) if wish.confidential is None else wish.confidential  # [A]
    mother = replace(mother, confidential=confidential, earlier=_earlier(draws, town, [home, elsewhere]))
    surname = naming.childs_surname(draws, father.last_name, mother.last_name)
    carer = mother if confidential or draws.percent(80) else father  # [A]
    children = _children(draws, which, names, surname, [on - YEAR * age for age in ages], carer)
    return mother, father, children


def _ages(draws: Draws, count: int) -> list[int]:
    ages = [int(YOUNGEST.draw(draws))]
    while len(ages) < count:
        ages.append(min(ages[-1] + draws.between(1, 4), 17))
    return ages


def _adult(
    draws: Draws, which: tuple[int, int], relation: str, names: naming.Community, about: date, home: Address
) -> Adult:
    seed, number = which
    gender: Gender = "female" if relation == "mother" else "male"
    first, last = names.first_name(draws, gender), names.form(names.surnames.draw(draws), gender)
    key = identity(seed, number, relation)
    place = draws.below(500) * 2 + (relation == "father")
    return Adult(
        key=key, first_name=first, last_name=last, gender=gender, relation=relation, address=home,
        born_on=about - timedelta(days=draws.below(365)), phone=whereabouts.phone(place),
        email=whereabouts.email(first, last, number), lawyer=_lawyer(draws) if draws.percent(40) else None,
    )  # fmt: skip


def _lawyer(draws: Draws) -> Lawyer:
    names = naming.community("english")
    first, last = names.first_name(draws, "female"), names.surnames.draw(draws)
    place = draws.below(1000)
    return Lawyer(
        first, last, f"{last} & Co", whereabouts.email(first, last, place), whereabouts.landline(place)
    )


def _earlier(draws: Draws, town: str, known: list[Address]) -> tuple[Address, ...]:
    found: list[Address] = []
    for _ in range(draws.below(3)):
        found.append(whereabouts.draw_address(draws, town, [*known, *found]))
    return tuple(found)


def _children(
    draws: Draws,
    which: tuple[int, int],
    names: naming.Community,
    surname: str,
    births: Sequence[date],
    carer: Adult,
) -> tuple[Child, ...]:
    seed, number = which
    found: list[Child] = []
    for place, birth in enumerate(births, start=1):
        gender: Gender = "male" if draws.percent(51) else "female"
        first = _unlike(draws, names, gender, [sibling.first_name for sibling in found])
        key = identity(seed, number, f"child {place}")
        born_on = birth - timedelta(days=draws.between(20, 340))
        found.append(Child(key, first, names.form(surname, gender), gender, born_on, carer.key))
    return tuple(found)


def _unlike(draws: Draws, names: naming.Community, gender: Gender, others: Sequence[str]) -> str:
    drawn = [names.first_name(draws, gender) for _ in range(len(others) * 3 + 1)]
    return next((name for name in drawn if name not in others), drawn[0])


def _days(draws: Draws, day: date, wish: Wish) -> Days:
    """Issued so many working days ago, with the first hearing in the fifth or sixth week, or as wished."""
    calendar = court_calendar()
    ago = draws.between(1, 12) if wish.issued_days_ago is None else wish.issued_days_ago
    issued_on = calendar.working_day_before(calendar.working_day_from(day), ago)
    submitted_on = calendar.working_day_before(issued_on, draws.between(1, 3))
    weeks = timedelta(weeks=draws.between(4, 5), days=draws.below(5))
    hearing_on = calendar.working_day_from(issued_on + weeks)
    if wish.hearing_in_days is not None:
        hearing_on = calendar.working_day_after(calendar.working_day_from(day), wish.hearing_in_days)
    hearing_at = datetime.combine(hearing_on, draws.of(HEARING_TIMES), LONDON)
    changed_at = datetime.combine(issued_on, time(draws.between(9, 16), draws.below(60)), UTC)
    return Days(submitted_on, issued_on, changed_at, hearing_at)


def _orders(day: date, days: Days, wish: Wish) -> tuple[Ordered, ...]:
    if wish.letter_ordered_in_days is None:
        return ()
    calendar = court_calendar()
    due_on = calendar.working_day_after(calendar.working_day_from(day), wish.letter_ordered_in_days)
    return (Ordered(*DIRECTIONS, wish.reports, days.issued_on, due_on),)


def _with_what_is_asked(family: Family, kind: str) -> Family:
    if kind == "steps":
        return replace(family, asks=("prohibitedStepsOrder",), arrangement="")
    if kind == "issue":
        return replace(family, asks=("specificIssueOrder",), arrangement="")
    words = {"spend": "spendTimeWithOrder", "live": "liveWithOrder"}
    return replace(family, arrangement=words.get(kind, "bothLiveWithAndSpendTimeWithOrder"))
