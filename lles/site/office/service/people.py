"""The people of the service: who they are, what they may do, and how they get in."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lles.casefile.access import roles
from lles.casefile.changes.officers import change_officer, close_account, end_sessions, open_account
from lles.casefile.changes.service import employ, give_password
from lles.casefile.queries.service import (
    changes_of_service,
    office,
    offices,
    people_of_service,
    person_of_service,
    username_is_taken,
)
from lles.casefile.views.sight import or_404
from lles.site.office.service.forms import NewPersonForm, PersonForm, ReasonForm, ServiceForm
from lles.site.office.service.page import ServiceChange, ServicePage
from lles.site.signin.changes import remove_second_factor
from lles.site.signin.factors import factors_of

NOT_GIVEN = ("the_service",)  # the service itself acts in it; nobody is given it
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that are taken for one another


def first_password() -> str:
    """A password that somebody can read out: four groups of five letters and digits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))


class People(ServicePage):
    """Everybody who works for the service."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lists them by office, or those whose name was asked for."""
        words = request.GET.get("q", "").replace("\x00", "").strip()[:100]
        closed = request.GET.get("closed") == "yes"
        found = people_of_service(words, closed)
        return self.show(
            "office/service/people.html", people=found, words=words, closed=closed, roles=roles()
        )


class PersonPage(ServicePage):
    """A page about one of them."""

    def begin(self) -> None:
        """Finds the person."""
        super().begin()
        self.person = or_404(person_of_service(int(self.kwargs["person"])))

    def home(self) -> str:
        """The page of the person."""
        return reverse("service:person", args=(self.person.pk,))


class Person(PersonPage):
    """One of the people, with what may be done about their account."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Says what they are and may do, how they sign in, and what was changed of them."""
        account = self.person.account
        assert account is not None
        subjects = (f"officer:{self.person.pk}", f"account:{account.pk}")
        return self.show(
            "office/service/person.html",
            person=self.person,
            account=account,
            factors=factors_of(account),
            roles=roles(),
            is_oneself=self.person.pk == self.officer.pk,
            changes=changes_of_service(self.language, subjects),
        )


class _PersonForm(ServiceChange):
    form_class = PersonForm
    leads_to = "service:people"

    def choices(self) -> dict[str, Any]:
        given = [(slug, role.name.said(self.language)) for slug, role in roles().items()]
        places = [(one.slug, one.name_cy if self.language == "cy" else one.name_en) for one in offices()]
        return {"roles": [one for one in given if one[0] not in NOT_GIVEN], "places": places}


class AddPerson(_PersonForm):
    """Adds somebody; the first password is shown once."""

    form_class = NewPersonForm

    def heading(self) -> str:
        return _("Add a person")

    def press(self) -> str:
        return _("Add the person")

    def lead(self) -> tuple[str, ...]:
        return (_("They get a first password, which they change when they sign in."),)

    def change(self, form: ServiceForm) -> object:
        given = dict(form.cleaned_data)
        given["roles"] = given.pop("held")
        del given["seen"]
        password = first_password()
        person = employ(**self.given(), **given, password=password, password_is_given=True)
        return person, password

    def done(self, result: object) -> HttpResponse:
        assert isinstance(result, tuple)
        person, password = result
        return self.show("office/service/password.html", person=person, password=password)

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ServiceForm:
        form = super().form(data, initial)
        if form.is_bound and form.is_valid() and username_is_taken(form.cleaned_data["username"]):
            form.add_error("username", _("Somebody signs in by this name already. Choose another."))
        return form

    def wrong_field(self) -> str | None:
        return "username"


class ChangePerson(_PersonForm, PersonPage):
    """Changes what somebody is called, may do, and where they work."""

    def heading(self) -> str:
        return _("Change: %(name)s") % {"name": self.person.name}

    def initial(self) -> dict[str, Any]:
        return {
            "name": self.person.name,
            "held": list(self.person.roles),
            "office": self.person.office.slug if self.person.office else "",
            "speaks_welsh": self.person.speaks_welsh,
            "is_contractor": self.person.is_contractor,
        }

    def change(self, form: ServiceForm) -> object:
        given = dict(form.cleaned_data)
        del given["seen"]
        return change_officer(
            **self.given(), **{**given, "office": office(given["office"])}, officer=self.person
        )

    def after(self) -> str:
        return self.home()


class ActOnAccount(ServiceChange, PersonPage):
    """Something done to an account, with a recorded reason."""

    form_class = ReasonForm

    def heading(self) -> str:
        return str(HEADINGS[self.act]) % {"name": self.person.name}

    def press(self) -> str:
        return str(PRESSES[self.act])

    def lead(self) -> tuple[str, ...]:
        said = str(LEADS[self.act])
        carried = self.person.open_cases  # type: ignore[attr-defined]  # counted by the query
        if self.act != "close" or not carried:
            return (said,)
        left = _("Open cases of this person: %(count)s. A manager gives them to others.")
        return said, left % {"count": carried}

    @property
    def act(self) -> str:
        """Which act it is; anything else does not exist."""
        act = str(self.kwargs["act"])
        if act not in ACTS:
            raise Http404
        return act

    def change(self, form: ServiceForm) -> object:
        return ACTS[self.act](self, form.cleaned_data["reason"])

    def done(self, result: object) -> HttpResponse:
        if isinstance(result, str):
            return self.show("office/service/password.html", person=self.person, password=result)
        return super().done(result)

    def after(self) -> str:
        return self.home()


def _new_password(page: ActOnAccount, reason: str) -> str:
    account, password = page.person.account, first_password()
    assert account is not None
    end_sessions(**page.given(), officer=page.person, reason=reason)
    give_password(**page.given(), username=account.username, password=password, is_given=True)
    return password


ACTS: Mapping[str, Callable[[ActOnAccount, str], object]] = {
    "close": lambda page, reason: close_account(**page.given(), officer=page.person, reason=reason),
    "open": lambda page, reason: open_account(**page.given(), officer=page.person, reason=reason),
    "end-sessions": lambda page, reason: end_sessions(**page.given(), officer=page.person, reason=reason),
    "second-factor": lambda page, reason: remove_second_factor(
        **page.given(), officer=page.person, reason=reason
    ),
    "password": _new_password,
}
HEADINGS = {
    "close": gettext_lazy("Close the account: %(name)s"),
    "open": gettext_lazy("Open the account again: %(name)s"),
    "end-sessions": gettext_lazy("End every session: %(name)s"),
    "second-factor": gettext_lazy("Remove the second factor: %(name)s"),
    "password": gettext_lazy("Give a new password: %(name)s"),
}
PRESSES = {
    "close": gettext_lazy("Close the account"),
    "open": gettext_lazy("Open the account"),
    "end-sessions": gettext_lazy("End every session"),
    "second-factor": gettext_lazy("Remove the second factor"),
    "password": gettext_lazy("Give a new password"),
}
LEADS = {
    "close": gettext_lazy("They are signed out everywhere at once and cannot sign in."),
    "open": gettext_lazy("They can sign in again as before."),
    "end-sessions": gettext_lazy(
        "They are signed out everywhere at once. What they had typed and saved is kept."
    ),
    "second-factor": gettext_lazy(
        "For somebody who lost their phone and their recovery codes. Make sure that it is they who ask."
        " They are signed out everywhere, and set up a new second factor when they sign in."
    ),
    "password": gettext_lazy(
        "For somebody who forgot their password. They are signed out everywhere, and change the new password"
        " when they sign in. The second factor stays."
    ),
}
