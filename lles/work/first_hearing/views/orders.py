"""The orders of a case: what was ordered, and one order recorded with everything it directs."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lles.casefile.changes.directions import record_order
from lles.casefile.queries.court import day_of, hearing_name, hearings_page
from lles.casefile.register import perhaps_of_kind
from lles.casefile.views import CaseView
from lles.casefile.views.naming import calls_orders
from lles.casefile.views.sight import or_404
from lles.casefile.views.why import question_of, why_of
from lles.law.bilingual import day_in_words
from lles.work.first_hearing.changes.reading import read_order
from lles.work.first_hearing.forms.orders import ANOTHER, OrderForm, ReadForm
from lles.work.first_hearing.queries.hearings import hearings_ahead, hearings_to_record
from lles.work.first_hearing.queries.orders import (
    is_directed_already,
    order_paper_to_key,
    order_papers,
    order_to_read,
    orders_of,
)
from lles.work.first_hearing.views.rows import RowsView

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Hearing, Order
    from lles.casefile.views.why import Why
    from lles.law.due import DueDay
    from lles.work.first_hearing.queries.orders import DirectionRow, OrderPaper

PAGE = "first_hearing:orders"


class Orders(CaseView):
    """What the court ordered, what of it stands, and what took its place."""

    tab = PAGE
    what = "orders"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists the orders, the latest first, each with what it directs."""
        return self.show(
            "first_hearing/orders.html",
            orders=orders_of(self.case, self.today),
            reason=self.reason,
            asking=self.asking,
            today=self.today,
            hearings=hearings_to_record(self.case, self.today),
            ahead=hearings_ahead(self.case, self.today),
            hearings_at=hearings_page(),
        )

    def reason(self, row: DirectionRow) -> tuple[str, Why | None]:
        """The whole question why a direction is due on its day, and the answer."""
        title = self.say.word(f"direction.{row.direction.kind}")
        return question_of(row.due, title, self.language), why_of(row.due, self.language)

    def asking(self, due: DueDay) -> tuple[str, Why | None]:
        """The whole question why a party may ask the court to reconsider until a day, and the answer."""
        title = _("Asking the court to reconsider")
        return question_of(due, title, self.language), why_of(due, self.language)


class OrderPage(RowsView):
    """A page on which an order is written down."""

    tab = leads_to = PAGE
    what = "orders"
    template = "first_hearing/record_order.html"
    form_class = OrderForm

    def choices(self) -> dict[str, Any]:
        listed = self.case.hearings.exclude(court_key="")
        self.hearings = {str(one.pk): one for one in listed if (day_of(one) or self.today) <= self.today}
        return {
            **super().choices(),
            "today": self.today,
            "hearings": [(pk, self._hearing(one)) for pk, one in self.hearings.items()],
            "heard_on": {pk: day_of(one) for pk, one in self.hearings.items()},
            "papers": [(one.key, self._paper(one)) for one in order_papers(self.case)],
            "known": self._known(),
        }

    def _known(self) -> dict[tuple[str, date | None], list[tuple[str, str]]]:
        """The orders with a day that stand on the file, by their kind and day."""
        self.orders = {str(one.pk): one for one in self.case.orders.exclude(made_on=None)}
        known: dict[tuple[str, date | None], list[tuple[str, str]]] = {}
        for pk, called in calls_orders(self, self.orders.values()):
            one = self.orders[pk]
            known.setdefault((one.kind, one.made_on), []).append((pk, called))
        return known

    def _hearing(self, one: Hearing) -> str:
        on, name = day_of(one), self.unless_closed(hearing_name(one).said(self.language))
        return f"{name}, {day_in_words(on, self.language)}" if on else name

    def _paper(self, one: OrderPaper) -> str:
        if one.received_on:
            return f"{self.say.word('paper.order')}, {day_in_words(one.received_on, self.language)}"
        return one.name or self.say.word(f"category.{one.category or '-'}")

    def given(self, form: ChangeForm) -> dict[str, Any]:
        """What was typed of the order, as the changes take it."""
        assert isinstance(form, OrderForm)
        typed = form.cleaned_data
        return {
            "kind": typed.get("kind", ""),
            "title": typed["title"],
            "made_on": typed["made_on"],
            "hearing": self.hearings.get(typed.get("hearing", "")),
            "paper_key": typed.get("paper", ""),
            "ends_involvement": typed["ends_involvement"],
            "is_final": typed["is_final"],
            "directions": form.directed(),
            "same_as": self.orders.get(typed.get("same", "")),
            "is_another": typed.get("same") == ANOTHER,
        }


class RecordOrder(OrderPage):
    """An order that came by e-mail, on paper or in court; or the one of a paper that waits to be keyed."""

    draft_kind = "order"

    @cached_property
    def paper(self) -> str:
        """The key of the paper that is keyed, where the page is about one."""
        return or_404(order_paper_to_key(self.case, self.kwargs["paper"])) if "paper" in self.kwargs else ""

    def begin(self) -> None:
        super().begin()
        self.paper  # noqa: B018

    def heading(self) -> str:
        return _("Record an order")

    def press(self) -> str:
        return _("Record the order")

    def initial(self) -> dict[str, Any]:
        return {"made_on": self.today, "paper": self.paper}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"waiting": self.kwargs.get("paper")}

    def change(self, form: ChangeForm) -> None:
        record_order(**self.passed(form), **self.given(form))


class ReadOrder(RowsView):
    """An order that the court sent, and of which a person says what it is."""

    tab = leads_to = PAGE
    what = "orders"
    template = "first_hearing/read_order.html"
    form_class = ReadForm
    draft_kind = "read-order"

    @cached_property
    def order(self) -> Order:
        """The order to read."""
        return or_404(order_to_read(self.case, self.kwargs["order"]))

    def begin(self) -> None:
        super().begin()
        self.order  # noqa: B018

    def heading(self) -> str:
        return _("Read the order")

    def press(self) -> str:
        return _("Record what it is")

    def choices(self) -> dict[str, Any]:
        return {**super().choices(), "today": self.today}

    def initial(self) -> dict[str, Any]:
        perhaps = perhaps_of_kind(self.order.title)
        due_on = None if is_directed_already(self.order) else self.order.filing_due_on
        return {"kind": perhaps.name if perhaps else "", "due_on-0": due_on}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"order": self.order}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, ReadForm)
        given = form.cleaned_data
        read_order(
            **self.passed(form),
            order=self.order,
            kind=given["kind"],
            directions=form.directed(),
            ends_involvement=given["ends_involvement"],
            is_final=given["is_final"],
        )
