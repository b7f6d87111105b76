"""Who sees a case: restricting it, naming who keeps sight, shutting one person out and letting them in."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.restriction import (
    AlreadySo,
    NotOneself,
    end_naming,
    let_in,
    name_person,
    seal,
    shut_out,
    unseal,
)
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.restriction import NameForm, ReasonForm, RestrictForm, ShutOutForm
from lles.casefile.models import Exclusion, KeptSight, Officer
from lles.casefile.queries import restriction
from lles.casefile.queries.people import person_of
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import CaseView, or_404


class WhoSees(CaseView):
    """Who sees the case, for those who decide on it."""

    needs = Verb.APPROVE
    tab = "casefile:case"
    what = "access"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Says who sees the case and who does not, and why."""
        return self.show(
            "casefile/who_sees.html",
            restriction=restriction.restriction_of(self.case),
            deciding=restriction.who_decides(self.case),
            named=restriction.named_for(self.case),
            others=() if self.case.sealed else restriction.to_be_named(self.case),
            shut_out=restriction.exclusions_of(self.case),
        )


class AccessView(ChangeView):
    """A change of who sees the case; where it stands as asked already, the page says so."""

    needs = Verb.APPROVE
    tab = "casefile:case"
    leads_to = "casefile:who_sees"
    what = "access"
    form_class: type[ChangeForm] = ReasonForm
    of_a_restricted_case: bool | None = None

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows the form, unless the case stands so already."""
        return super().get(request, **kwargs) if self.is_open else self._stands_so()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the change."""
        try:
            return super().post(request, **kwargs)
        except AlreadySo:
            return self._stands_so()

    @property
    def is_open(self) -> bool:
        """Whether the change is still to be made."""
        return self.of_a_restricted_case in (None, self.case.sealed)

    @cached_property
    def people(self) -> list[Officer]:
        """Who may be named."""
        return list(restriction.to_be_named(self.case))

    def _stands_so(self) -> HttpResponse:
        messages.info(self.request, _("It stands so already: somebody changed it before you."))
        return HttpResponseRedirect(self.after())


class Restrict(AccessView):
    """Restricts the case."""

    form_class = RestrictForm
    template = "casefile/restrict.html"
    of_a_restricted_case = False

    def heading(self) -> str:
        return _("Restrict the case")

    def press(self) -> str:
        return _("Restrict the case")

    def recorded(self) -> str:
        return _("The case is restricted")

    def choices(self) -> dict[str, Any]:
        return {"people": self.people}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"deciding": restriction.who_decides(self.case), "people": self.people}

    def change(self, form: ChangeForm) -> None:
        chosen = form.cleaned_data.get("named", ())
        named = [one for one in self.people if str(one.pk) in chosen]
        seal(**self.passed(form), reason=form.cleaned_data["reason"], named=named)


class LiftRestriction(AccessView):
    """Lifts the restriction."""

    of_a_restricted_case = True

    def heading(self) -> str:
        return _("Lift the restriction")

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {
            "means": _(
                "Everybody whose role reaches the case sees it again. Whoever was named is named no longer."
            )
        }

    def press(self) -> str:
        return _("Lift the restriction")

    def recorded(self) -> str:
        return _("The case is no longer restricted")

    def change(self, form: ChangeForm) -> None:
        unseal(**self.passed(form), reason=form.cleaned_data["reason"])


class NamePerson(AccessView):
    """Names one more person who is to see a restricted case."""

    form_class = NameForm
    template = "casefile/restrict.html"
    of_a_restricted_case = True

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows who may be named, or says that nobody is left."""
        if self.case.sealed and not self.people:
            messages.info(request, _("There is nobody else whose role reaches this case."))
            return HttpResponseRedirect(self.after())
        return super().get(request, **kwargs)

    def heading(self) -> str:
        return _("Name a person who is to see the case")

    def press(self) -> str:
        return _("Name the person")

    def choices(self) -> dict[str, Any]:
        return {"people": self.people}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"people": self.people}

    def change(self, form: ChangeForm) -> None:
        officer = next(one for one in self.people if str(one.pk) == form.cleaned_data["named"])
        name_person(**self.passed(form), officer=officer)


class EndNaming(AccessView):
    """Takes from a named person the sight of a restricted case."""

    @property
    def is_open(self) -> bool:
        """Whether the person is still named."""
        return self.named.ended_at is None

    @cached_property
    def named(self) -> KeptSight:
        """The person's naming."""
        return or_404(restriction.naming_of(self.case, self.kwargs["named"]))

    def heading(self) -> str:
        return _("%(name)s is no longer to see the case") % {"name": self.named.officer.name}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"means": _("For the person it will be as if the case were not there, at once.")}

    def press(self) -> str:
        return _("End their sight of the case")

    def change(self, form: ChangeForm) -> None:
        end_naming(**self.passed(form), named=self.named, reason=form.cleaned_data["reason"])


class ShutOut(AccessView):
    """Shuts one person out, restricted or not."""

    form_class = ShutOutForm

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shuts the person out; nobody decides so about themselves."""
        try:
            return super().post(request, **kwargs)
        except NotOneself:
            form = self.form(request.POST)
            form.is_valid()
            form.add_error("person", _("You cannot shut yourself out: ask another manager to do it"))
            return self.page(form)

    def heading(self) -> str:
        return _("Shut a person out of the case")

    def context(self, form: ChangeForm) -> dict[str, Any]:
        at_once = _("For the person it will be as if the case were not there, at once.")
        taken = _("If they have the case, it is taken from them.")
        return {"means": f"{at_once} {taken}"}

    def press(self) -> str:
        return _("Shut the person out")

    def choices(self) -> dict[str, Any]:
        adults = [
            (one.owner, f"{one.name}, {self.say.word(f'role.{one.role}')}") for one in self.case_head.parties
        ]
        children = [(f"child:{one.pk}", one.name) for one in self.case_head.children]
        return {"of_case": [*adults, *children]}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        whom = person_of(self.case, given["whom"])
        about = {"officer": given["person"], "relation": given["relation"], "words": given["words"]}
        shut_out(**self.passed(form), **about, whom=whom)


class LetIn(AccessView):
    """Lets a person in again."""

    @property
    def is_open(self) -> bool:
        """Whether the person is still shut out."""
        return self.exclusion.ended_at is None

    @cached_property
    def exclusion(self) -> Exclusion:
        """What shuts the person out."""
        return or_404(restriction.exclusion_of(self.case, self.kwargs["exclusion"]))

    def heading(self) -> str:
        return _("Let %(name)s in again") % {"name": self.exclusion.officer.name}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"means": self._means()}

    def _means(self) -> str:
        if self.case.sealed:
            return _("The case is restricted: the person sees it only if they are named for it as well.")
        return _(
            "The person sees the case again as their role allows. If it was theirs, it has to be given anew."
        )

    def press(self) -> str:
        return _("Let the person in again")

    def change(self, form: ChangeForm) -> None:
        let_in(**self.passed(form), exclusion=self.exclusion, reason=form.cleaned_data["reason"])
