"""What every page of the administrator shares: who may, and a form that makes one change of the service."""

from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lles.casefile.access import Reach, Verb, reaches
from lles.casefile.changes.door import NotAllowed, Refused
from lles.casefile.forms import Form
from lles.casefile.views import OfficerView
from lles.law.not_reckoned import NotReckoned
from lles.site.office.service.forms import ServiceForm, fingerprint

WORDS = {
    "own_roles": gettext_lazy(
        "You cannot change your own roles or close your own account. Ask another administrator."
    ),
    "sees_cases": gettext_lazy(
        "Who administers the service sees no case: choose either that role or the others."
    ),
    "already_set": gettext_lazy("It stands so already. Open the page again to see what is set."),
}


class ServicePage(OfficerView):
    """A page for those who administer the service."""

    def begin(self) -> None:
        """Refuses everybody else."""
        if Reach.SERVICE not in reaches(self.officer, Verb.ADMINISTER):
            raise PermissionDenied

    def given(self) -> dict[str, Any]:
        """Who changes, and when: what every change is given."""
        return {"by": self.officer, "at": timezone.now()}


class ServiceChange(ServicePage):
    """A page with one form that makes one change of the service."""

    template = "office/service/change.html"
    form_class: type[ServiceForm]
    leads_to: ClassVar[str] = "service:service"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows the form."""
        initial = self.initial()
        return self.page(self.form(initial={**initial, "seen": fingerprint(initial)}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the change, or says what stands in the way, with everything that was typed."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.page(form)
        if form.cleaned_data["seen"] != (now := fingerprint(self.initial())):
            return self._changed_meanwhile(form, now)
        try:
            done = self.change(form)
        except NotAllowed as refused:
            raise PermissionDenied from refused
        except ValidationError as wrong:
            form.add_error(self.wrong_field(), wrong)
            return self.page(form)
        except NotReckoned as refused:
            form.add_error(None, refused.says.said(self.language))
            return self.page(form)
        except Refused as refused:
            form.add_error(None, str(WORDS.get(refused.name, WORDS["already_set"])))
            return self.page(form)
        return self.done(done)

    def done(self, result: object) -> HttpResponse:
        """What follows a change: by default the page it leads to."""
        messages.success(self.request, _("Recorded"))
        return HttpResponseRedirect(self.after())

    def form(self, data: QueryDict | None = None, initial: dict[str, Any] | None = None) -> ServiceForm:
        """The form of the page, blank or with what was typed."""
        return self.form_class(data, initial=initial, **self.choices())

    def heading(self) -> str:
        """What the page is about."""
        raise NotImplementedError

    def press(self) -> str:
        """What the button says."""
        return _("Record the change")

    def lead(self) -> tuple[str, ...]:
        """What one should know before."""
        return ()

    def choices(self) -> dict[str, Any]:
        """What the form has to know."""
        return {}

    def initial(self) -> dict[str, Any]:
        """What stands now."""
        return {}

    def change(self, form: ServiceForm) -> object:
        """Makes the change through the door."""
        raise NotImplementedError

    def wrong_field(self) -> str | None:
        """The field to which a refusal of the change belongs."""
        return None

    def after(self) -> str:
        """Where one goes when it is done."""
        return reverse(self.leads_to)

    def page(self, form: Form, status: int = 200) -> HttpResponse:
        """The page with its form."""
        known = {"heading": self.heading(), "press": self.press(), "lead": self.lead(), "back": self.after()}
        return self.show(self.template, status, form=form, **known)

    def _changed_meanwhile(self, form: ServiceForm, now: str) -> HttpResponse:
        typed = self.request.POST.copy()
        typed["seen"] = now
        again = self.form(typed)
        again.is_valid()
        again.add_error(
            None,
            _("Somebody changed this since you opened the page. Look at it again; your text is still here."),
        )
        return self.page(again, 409)
