"""The truth about an invented family, before anybody tells it to a court: who, where, what and when."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Gender = Literal["female", "male"]
Payload = dict[str, object]


@dataclass(frozen=True)
class Court:
    """A court to which an invented family may go."""

    code: str
    name: str
    region: str
    region_name: str
    letters: str
    towns: tuple[str, ...]


@dataclass(frozen=True)
class Address:
    """Where somebody lives; no letter would ever reach it."""

    street: str
    town: str
    county: str
    postcode: str
    country: str = "United Kingdom"

    def in_one_line(self) -> str:
        """The address as somebody writes it into a sentence."""
        return f"{self.street}, {self.town}, {self.postcode}"


@dataclass(frozen=True)
class Lawyer:
    """Somebody who acts for a party."""

    first_name: str
    last_name: str
    firm: str
    email: str
    phone: str


@dataclass(frozen=True)
class Adult:
    """A parent or another adult; `confidential` is None where nobody has asked yet."""

    key: str
    first_name: str
    last_name: str
    gender: Gender
    born_on: date
    relation: str
    address: Address | None = None
    earlier: tuple[Address, ...] = ()
    phone: str = ""
    email: str = ""
    confidential: bool | None = False
    previous_name: str = ""
    born_in: str = ""
    lawyer: Lawyer | None = None

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class Child:
    """A child whom the application is about, and the adult with whom the child lives."""

    key: str
    first_name: str
    last_name: str
    gender: Gender
    born_on: date
    lives_with: str = ""

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class Ordered:
    """What an order asks of the service, when it was made, and by which day it is to be filed."""

    code: str
    title: str
    reports: tuple[str, ...]
    made_on: date
    due_on: date | None


@dataclass(frozen=True)
class Days:
    """When things happened at the court and when the first hearing is; `changed_at` is its last stamp."""

    submitted_on: date
    issued_on: date
    changed_at: datetime
    hearing_at: datetime | None = None


@dataclass(frozen=True)
class Paper:
    """A paper the court holds: its file, its category, and the lines that stand in it."""

    key: str
    file_name: str
    category: str
    title: str
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Family:
    """One invented family before one court."""

    seed: int
    number: int
    court: Court
    children: tuple[Child, ...]
    applicants: tuple[Adult, ...]
    respondents: tuple[Adult, ...]
    days: Days
    others: tuple[Adult, ...] = ()
    asks: tuple[str, ...] = ("childArrangementsOrder",)
    arrangement: str = "spendTimeWithOrder"
    orders: tuple[Ordered, ...] = ()
    known_to_authority: str = "no"
    says_harm: bool = False
    interpreter: str = ""

    @property
    def case_number(self) -> int:
        """The court's number: sixteen digits of a year that is far away, more than a float can hold."""
        return 9_900_000_000_000_000 + (self.seed % 1_000_000) * 100_000_000 + self.number

    @property
    def adults(self) -> tuple[Adult, ...]:
        """Every adult of the case."""
        return (*self.applicants, *self.respondents, *self.others)

    def adult(self, key: str) -> Adult | None:
        """The adult of a key, None where the case has none of it."""
        return next((one for one in self.adults if one.key == key), None)

    @property
    def protected(self) -> tuple[str, ...]:
        """The answer key for proofs of silence: every confidential street, postcode, phone and e-mail."""
        hidden = [one for one in self.adults if one.confidential]
        places = [place for one in hidden for place in (one.address, *one.earlier) if place]
        said = [*(place.street for place in places), *(place.postcode for place in places)]
        said += [detail for one in hidden for detail in (one.phone, one.email)]
        return tuple(dict.fromkeys(detail for detail in said if detail))
