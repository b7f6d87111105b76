"""The family of the journeys, dated from the day of the test, and what its people say."""

from dataclasses import dataclass, replace
from datetime import date

from lles.law.bilingual import Language
from lles.law.calendar import court_calendar
from lles.site.synthetic import Family, Wish, draw_family
from lles.site.synthetic.facts import Address, Adult

HEARING_IN = 8
HOME = Address("21 Lôn y Gornchwiglen", "Wrexham", "Wrexham", "LL11 6VC")
NUMBERS: dict[Language, int] = {"en": 1, "cy": 2}


@dataclass(frozen=True)
class Place:
    """Where a story is told: the court, the town, the home nobody may learn, and the office that works."""

    court: str
    town: str
    home: Address
    office: str

    @property
    def street(self) -> str:
        """The word of the home that stands nowhere else."""
        return self.home.street.split()[-1]


WREXHAM = Place("chester", "wrexham", HOME, "wrexham")
CREWE = Place("crewe", "crewe", Address("4 Wexcombe Hythe", "Crewe", "Cheshire", "CW1 6VC"), "crewe")


def family_of(
    language: Language, day: date, number: int = 0, hearing_in: int = HEARING_IN, place: Place = WREXHAM
) -> Family:
    """Two children, a mother who asked that nobody is told where, and a father: near Wrexham, who goes to a
    court over the border, or wherever the story is told."""
    wish = Wish(
        court=place.court, town=place.town, children=2, confidential=True, issued_days_ago=6,
        hearing_in_days=hearing_in,
    )  # fmt: skip
    drawn = draw_family(41, number or NUMBERS[language], day, wish)
    (mother,), (father,) = drawn.applicants, drawn.respondents
    named = {"en": (("Olivia", "Harrow"), ("Tom", "Marlow")), "cy": (("Lowri", "Tudur"), ("Ifan", "Gethin"))}
    her, his = named[language]
    surname = his[1]
    first_names = {"en": ("Grace", "Noah"), "cy": ("Mabli", "Osian")}[language]
    children = tuple(
        replace(child, first_name=first, last_name=surname)
        for child, first in zip(drawn.children, first_names, strict=True)
    )
    mother = replace(_named(mother, *her), address=place.home, earlier=(), lawyer=None)
    father = replace(_named(father, *his), lawyer=None)
    return replace(
        drawn, children=children, applicants=(mother,), respondents=(father,),
        asks=("childArrangementsOrder", "prohibitedStepsOrder"), arrangement="liveWithOrder", says_harm=True,
    )  # fmt: skip


def _named(adult: Adult, first: str, last: str) -> Adult:
    return replace(adult, first_name=first, last_name=last)


def letter_due(family: Family) -> date:
    """The last day that leaves three whole working days before the hearing, counted by hand."""
    hearing = family.days.hearing_at
    assert hearing is not None
    calendar, day = court_calendar(), hearing.date()
    for _ in range(4):
        day = date.fromordinal(day.toordinal() - 1)
        while not calendar.is_working(day):
            day = date.fromordinal(day.toordinal() - 1)
    return day


@dataclass(frozen=True)
class Told:
    """What people say in the story, each in their own language."""

    concern: str
    view: str
    police: str
    conclusion: str
    because: str
    reason: str


TOLD: dict[Language, Told] = {
    "en": Told(
        concern="He shouts when he collects the children, and Grace hides under the table.",
        view="I want the children to see him at a centre first.",
        police="14 March: neighbours reported shouting. Nobody was hurt. No further action.",
        conclusion="The mother says that Grace is afraid of the handovers. Nothing of this has been proved.",
        because="More has to be known of what the children saw.",
        reason="The hearing is near; the answer follows in an update.",
    ),
    "cy": Told(
        concern="Mae'n gweiddi pan ddaw i nôl y plant, ac mae Mabli'n cuddio dan y bwrdd.",
        view="Hoffwn i'r plant ei weld mewn canolfan gyswllt i blant yn gyntaf.",
        police="14 Mawrth: clywodd y cymdogion weiddi. Ni chafodd neb ei anafu. Dim camau pellach.",
        conclusion="Dywed y fam fod Mabli'n ofni'r adegau trosglwyddo. Nid oes dim o hyn wedi'i brofi.",
        because="Mae angen gwybod mwy am yr hyn a welodd y plant.",
        reason="Mae'r gwrandawiad yn agos; daw'r ateb mewn diweddariad.",
    ),
}
