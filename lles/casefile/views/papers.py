"""Papers that came by post, by e-mail or by hand: added to a case, and opened as a download."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.papers_of_orders import say_order_of_paper
from lles.casefile.changes.received_files import LookedAt, look_at, receive_paper, scanner
from lles.casefile.documents import received_store
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.papers import LEFT_OUT, NO_ORDER, NOBODY, ORDER, OrderOfPaperForm, PaperForm
from lles.casefile.models import Order, ReceivedPaper
from lles.casefile.queries.of_case import party_of
from lles.casefile.queries.papers import orders_in_papers, received_paper_of
from lles.casefile.timeline import word
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.naming import calls_orders
from lles.casefile.views.sight import CaseView, file_response, or_404
from lles.law.bilingual import LANGUAGES


class AddPaper(ChangeView):
    """Adds a paper with its file to a case."""

    tab = leads_to = "casefile:documents"
    what = "add_paper"
    template = "casefile/add_paper.html"

    def heading(self) -> str:
        return _("Add a paper")

    def press(self) -> str:
        return _("Add the paper")

    @cached_property
    def orders(self) -> Mapping[str, Order]:
        """The orders that are recorded, by their numbers."""
        return {str(one.pk): one for one in self.case.orders.order_by("-made_on", "-pk")}

    def initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("order", "")
        return {"kind": ORDER, "order": asked} if asked in self.orders else {}

    def form(self, data: QueryDict | None = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        return PaperForm(
            data, files=None if data is None else self.request.FILES, initial=initial, today=self.today,
            language=self.language, left_out=LEFT_OUT in self.request.META,
            adults=[(one.pk, one.name) for one in self.case_head.parties],
            orders=calls_orders(self, self.orders.values()),
        )  # fmt: skip

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"scanned": scanner() is not None}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Looks at the file first: one that is not taken is said so, and nothing is kept of it."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.page(form)
        file = form.cleaned_data["file"]
        looked = look_at(name=str(file.name), content=file.read())
        if reason := self.refused(looked):
            form.add_error("file", reason)
            return self.page(form)
        self.looked = looked
        return super().post(request, **kwargs)

    def refused(self, looked: LookedAt) -> str:
        """Why a file is not taken, in words; empty where it is."""
        if looked.state == "refused":
            return word(f"file_reason.{looked.reason}").said(self.language)
        return word("file_reason.malware").said(self.language) if looked.state == "infected" else ""

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        written_by, written_in = given["written_by"], given["written_in"]
        party = None if written_by == NOBODY else or_404(party_of(self.case, int(written_by)))
        receive_paper(
            case=self.case, by=self.officer, at=timezone.now(), looked=self.looked, kind=given["kind"],
            sender=party.name if party else given["sender"], came_by=given["came_by"],
            received_on=given["received_on"], party=party,
            language=written_in if written_in in LANGUAGES else "",
            order=self.orders.get(given.get("order", "")),
        )  # fmt: skip


class OpenPaper(CaseView):
    """A paper given to us, as a download; it may say where somebody is, so the opening is recorded."""

    needs = Verb.WORK
    what = "received"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Gives the copy, or says that there is none to open."""
        paper = or_404(received_paper_of(self.case, self.kwargs["paper"]))
        if not paper.file.may_be_opened:
            return self.show("casefile/closed_paper.html", 409, file=paper.file)
        content = received_store().get(paper.file.copy_sha256)
        self.record_sight(f"location:received:{paper.pk}")
        return file_response(paper.file, f"{self.case.reference}-received-{paper.pk}", content)


class OrderOfPaper(ChangeView):
    """In which order that is recorded already a paper is found, or that it is no order."""

    tab = leads_to = "casefile:documents"
    what = "received"
    template = "casefile/order_of_paper.html"
    form_class = OrderOfPaperForm

    @cached_property
    def paper(self) -> ReceivedPaper:
        """The paper it is about."""
        return or_404(received_paper_of(self.case, self.kwargs["paper"]))

    def begin(self) -> None:
        """The paper is one of this case."""
        super().begin()
        self.paper  # noqa: B018

    def heading(self) -> str:
        return _("Is this paper an order that is recorded already?")

    def press(self) -> str:
        return _("Record what it is")

    def choices(self) -> dict[str, Any]:
        self.orders = {str(one.pk): one for one in self.case.orders.order_by("-made_on", "-pk")}
        self.known = orders_in_papers(self.case).get(self.paper.pk, ())
        is_known = any(one.order is not None for one in self.known)
        return {"orders": calls_orders(self, self.orders.values()), "is_known": is_known}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"paper": self.paper, "known": self.known}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        order = None if given["order"] == NO_ORDER else self.orders[given["order"]]
        say_order_of_paper(
            **self.passed(form), paper=self.paper, order=order, why=given["words"],
            instead=given.get("instead", False),
        )  # fmt: skip
