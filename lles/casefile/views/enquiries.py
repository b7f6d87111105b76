"""The enquiry in writing, opened by the officer who sends it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from lles.casefile.access import Verb
from lles.casefile.changes.enquiries import open_enquiry
from lles.casefile.gate import GateRefused
from lles.casefile.queries.enquiries import enquiry_of
from lles.casefile.views.sight import CaseView, or_404, pdf_response
from lles.links.store import StoreError


class OpenEnquiry(CaseView):
    """One enquiry as it was made: it opens by a button, for who works on the case alone, and is recorded."""

    needs = Verb.WORK
    what = "enquiry"
    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Gives it through the gate, or says why it may not leave any more."""
        enquiry = or_404(enquiry_of(self.case, self.kwargs["enquiry"]))
        try:
            released = open_enquiry(case=self.case, by=self.officer, at=timezone.now(), enquiry=enquiry)
        except GateRefused as refused:
            return self.show("casefile/refused.html", 409, refusals=refused.refusals)
        except StoreError:
            return self.show("casefile/paper_refused.html", 409, refusals=())
        return pdf_response(released, inline=False)
