"""The sight: a case is had only through the person who asks; what one may not see does not exist."""

from typing import Any, cast

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import get_language
from django.views import View

from lles.casefile.access import Verb
from lles.casefile.gate import Released
from lles.casefile.models import Account, Case, Officer, Sighting
from lles.casefile.queries.cases import case_for
from lles.law.bilingual import Language


class OfficerView(LoginRequiredMixin, View):
    """A page for somebody who works for the service."""

    officer: Officer

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Finds the officer who asks; an account that is no officer's has no pages here."""
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        account = cast(Account, request.user)
        officer = Officer.objects.filter(account=account).select_related("office").first()
        if officer is None:
            raise PermissionDenied
        self.officer = officer
        self.begin()
        return super().dispatch(request, *args, **kwargs)

    def begin(self) -> None:
        """What a page needs before it answers."""

    @property
    def language(self) -> Language:
        """The language in which the page is read."""
        return "cy" if get_language() == "cy" else "en"


class CaseView(OfficerView):
    """A page about one case, for somebody who may; every sight of it is recorded."""

    needs = Verb.SEE
    what = "case"
    case: Case

    def begin(self) -> None:
        """Finds the case as this officer may have it, or answers as if there were none."""
        case = case_for(self.officer, str(self.kwargs["reference"]), self.needs)
        if case is None:
            raise Http404
        self.case = case
        Sighting.objects.create(case=case, officer=self.officer, what=self.what, at=timezone.now())


def pdf_response(released: Released, *, inline: bool) -> HttpResponse:
    """A document that passed the gate, as an answer of the site; nothing else is ever sent as a file."""
    response = HttpResponse(released.made.content, content_type="application/pdf")
    way = "inline" if inline else "attachment"
    response["Content-Disposition"] = f'{way}; filename="{released.made.file_name}"'
    response["Cache-Control"] = "no-store"
    return response
