"""The pages of a registration: which there are, what was typed on each, and what still lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.forms import SHOWN_AGAIN
from lles.casefile.queries.application_facts import FACTS
from lles.casefile.views.drafts import words_of
from lles.work.intake.forms import court, facts, languages, people, residence
from lles.work.intake.queries.registration import courts_to_choose, written
from lles.work.intake.views.residence import children_without_nation

if TYPE_CHECKING:
    from django.http import QueryDict

    from lles.casefile.drafts import Written
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Officer
    from lles.law.bilingual import Language
    from lles.work.intake.models import Registration

ORGANISATION = "is_organisation"
PAPER, APPLICATION, CHILD, PARTY = "paper", "application", "child", "party"
OF_THE_CASE: Mapping[str, type[ChangeForm]] = {
    "application": court.ApplicationForm,
    "court": court.CourtForm,
    "days": court.DaysForm,
    "hearing": court.FirstHearingForm,
    "authority": court.AuthorityForm,
}
NATION = "nation"
OF_A_CHILD: Mapping[str, type[ChangeForm]] = {
    "": people.ChildForm,
    "home": people.HomeForm,
    NATION: residence.NationForm,
}
OF_A_PARTY: Mapping[str, type[ChangeForm]] = {
    "": people.PartyForm,
    "children": people.OfChildrenForm,
    "where": people.WhereForm,
    "language": languages.LanguageForm,
    "lawyer": people.LawyerForm,
}
NOT_OF_AN_ORGANISATION = ("children", "language")
PERSON = re.compile(r"(child|party)-([1-9][0-9]?)(?:-([a-z]+))?")
MOST_PEOPLE = 30
DONE, BEGUN, OPEN = "done", "begun", "open"
DATED = (
    court.DaysForm, court.FirstHearingForm, people.ChildForm, people.PartyForm, languages.LanguageForm,
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """One page: its name in the address, the part of the task list it stands in, and whose it is."""

    name: str
    part: str
    of: str = ""


@dataclass(frozen=True)
class Keying:
    """A registration as it stands, read by one officer in one language; where somebody adds an organisation
    the first page of whoever is new begins as one."""

    officer: Officer
    registration: Registration
    language: Language
    today: date
    begins_organisation: bool = False

    @cached_property
    def typed(self) -> Mapping[str, Written]:
        """What was typed on each page, and on those that were taken out."""
        return written(self.officer, self.registration)

    @cached_property
    def live(self) -> Mapping[str, Written]:
        """What was typed on each page that is there."""
        return {name: one for name, one in self.typed.items() if not one.ended}

    def people(self, kind: str) -> tuple[str, ...]:
        """The children or the parties, in the order in which they were keyed."""
        found = (PERSON.fullmatch(name) for name in self.live)
        numbers = {int(one[2]) for one in found if one and one[1] == kind and not one[3]}
        return tuple(f"{kind}-{number}" for number in sorted(numbers))

    def next_person(self, kind: str) -> str:
        """The next child or party; a number is never given to somebody else again."""
        found = (PERSON.fullmatch(name) for name in self.typed)
        return f"{kind}-{1 + max((int(one[2]) for one in found if one and one[1] == kind), default=0)}"

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page, in the order of the task list; the nation of a child where no postcode tells it."""
        asked = {f"{child}-{NATION}" for child in children_without_nation(self)}
        return tuple(page for page in self._pages if page.name in asked or not _is_of_a_nation(page))

    @cached_property
    def _pages(self) -> tuple[Page, ...]:
        return (
            *(Page(fact, PAPER) for fact in FACTS if fact != facts.LANGUAGE),
            *(Page(name, APPLICATION) for name in OF_THE_CASE),
            *(page for person in self.people(CHILD) for page in _pages_of(person, CHILD, OF_A_CHILD)),
            *(page for person in self.people(PARTY) for page in self._pages_of_party(person)),
        )

    def is_organisation(self, person: str) -> bool:
        """Whether it was keyed of somebody that it is an organisation and no person."""
        one = self.live.get(person)
        return one is not None and any(one.content.get(ORGANISATION, ()))

    def adults(self) -> tuple[str, ...]:
        """The parties who are people."""
        return tuple(one for one in self.people(PARTY) if not self.is_organisation(one))

    def _pages_of_party(self, person: str) -> Iterator[Page]:
        """An organisation is asked what it has: it chooses no language and is nothing to a child."""
        left_out = NOT_OF_AN_ORGANISATION if self.is_organisation(person) else ()
        asked = {name: form for name, form in OF_A_PARTY.items() if name not in left_out}
        return _pages_of(person, PARTY, asked)

    def page(self, name: str) -> Page:
        """The page of a name; also the first page of somebody who is new."""
        found = next((page for page in self.pages if page.name == name), None)
        if found is not None:
            return found
        is_new = name in (self.next_person(CHILD), self.next_person(PARTY))
        if not is_new or int(name.rpartition("-")[2]) > MOST_PEOPLE:
            raise Http404
        return Page(name, name.partition("-")[0], name)

    def after(self, page: Page) -> str:
        """The page that follows within the same part; of a person, within that person's. Empty at the end."""
        names = [one.name for one in self.pages if (one.part, one.of) == (page.part, page.of)]
        place = names.index(page.name) + 1 if page.name in names else len(names)
        return names[place] if place < len(names) else ""

    def form(self, page: Page, data: QueryDict | None = None) -> ChangeForm:
        """The form of a page, blank or with what was typed."""
        made = _form_of(page)
        more: dict[str, Any] = {"language": self.language}
        kind = made.func if isinstance(made, partial) else made
        if kind is facts.FactForm or kind in DATED:
            more["today"] = self.today
        if kind is court.CourtForm:
            more["courts"] = courts_to_choose(self.language)
        if kind is people.PartyForm:
            typed = data.get(ORGANISATION) if data is not None else self.begins_organisation
            more["organisation"] = bool(typed)
        if kind is people.WhereForm:
            more["organisation"] = self.is_organisation(page.of)
        if kind is people.OfChildrenForm:
            more["children"] = [(child, self.name(child)) for child in self.people(CHILD)]
        form: ChangeForm = made(data, initial=self._initial(page), **more)
        return form

    def filled(self, page: Page) -> ChangeForm:
        """The form with what stands in its draft, answered."""
        if page.name not in self._filled:
            one = self.live.get(page.name)
            self._filled[page.name] = self.form(page, words_of(one.content) if one else None)
        return self._filled[page.name]

    @cached_property
    def _filled(self) -> dict[str, ChangeForm]:
        """The forms that were answered already: many pages ask what stands on one."""
        return {}

    @cached_property
    def forms(self) -> Mapping[str, ChangeForm]:
        """Every page that was begun, answered."""
        return {page.name: self.filled(page) for page in self.pages if page.name in self.live}

    @cached_property
    def where_people_live(self) -> Mapping[str, ChangeForm]:
        """The pages that say where somebody lives and with whom, as far as they were begun, answered."""
        told = [page for page in self._pages if page.name.endswith(("-home", "-children", "-where"))]
        return {page.name: self.filled(page) for page in told if page.name in self.live}

    def state(self, page: Page) -> str:
        """Whether a page is done, begun or open."""
        form = self.forms.get(page.name)
        if form is None:
            return OPEN
        return DONE if form.is_valid() else BEGUN

    @cached_property
    def missing(self) -> tuple[Page, ...]:
        """The pages that keep the registration from being a case."""
        return tuple(page for page in self.pages if self.state(page) != DONE)

    def name(self, person: str) -> str:
        """How somebody is called on the pages of others, as typed so far."""
        one = self.live.get(person)
        if one is None:
            return ""
        said = (one.content.get(part, [""])[0].strip() for part in ("first_name", "last_name"))
        return " ".join(part for part in said if part) or _("somebody without a name")

    def title(self, page: Page) -> str:
        """What a page is about, for its heading and the task list."""
        if page.part == PAPER:
            return str(facts.ASKS[page.name])
        if page.part == APPLICATION:
            return _titles_of_the_case()[page.name]
        name, subject = self.name(page.of), page.name[len(page.of) + 1 :]
        if not subject:
            blank = _("A child") if page.part == CHILD else _("A person of the application")
            return name or blank
        titles = {
            "home": _("Where the child lives: %(name)s"),
            NATION: _("England or Wales: %(name)s"),
            "children": _("What they are to the children: %(name)s"),
            "where": _("Where they can be found: %(name)s"),
            "language": _("Language: %(name)s"),
            "lawyer": _("Solicitor: %(name)s"),
        }
        return titles[subject] % {"name": name}

    def revisions(self) -> dict[str, int]:
        """What was read of each page, for the change to know."""
        return {name: one.revision for name, one in self.live.items()}

    def shown_again(self, page: Page) -> ChangeForm:
        """The form with what was typed so far, not yet answered."""
        one = self.live.get(page.name)
        if one is None:
            return self.form(page)
        typed = words_of(one.content)
        typed[SHOWN_AGAIN] = self.language
        return self.form(page, typed)

    def _initial(self, page: Page) -> dict[str, Any]:
        """An arrival was received on the day it came."""
        arrival = self.registration.arrival
        if page.name == "days" and arrival is not None:
            return {"received_on": timezone.localdate(arrival.at)}
        if page.name == "court" and arrival is not None:
            return {"number": arrival.court_number}
        return {}


def _titles_of_the_case() -> Mapping[str, str]:
    return {
        "application": _("What the court is asked for"),
        "court": _("The court and its number"),
        "days": _("The days of the application"),
        "hearing": _("The first hearing"),
        "authority": _("The local authority"),
    }


def _pages_of(person: str, part: str, forms: Mapping[str, type[ChangeForm]]) -> Iterator[Page]:
    for subject in forms:
        yield Page(f"{person}-{subject}" if subject else person, part, person)


def _is_of_a_nation(page: Page) -> bool:
    return page.name == f"{page.of}-{NATION}"


def _form_of(page: Page) -> Any:
    if page.part == PAPER:
        return partial(facts.FactForm, fact=page.name, on_application=True)
    if page.part == APPLICATION:
        return OF_THE_CASE[page.name]
    subject = page.name[len(page.of) + 1 :]
    return (OF_A_CHILD if page.part == CHILD else OF_A_PARTY)[subject]
