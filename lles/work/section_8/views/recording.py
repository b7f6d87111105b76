"""What orders under section 8 hang on: the page of a case, and the pages that record it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.queries.of_case import party_of
from lles.casefile.queries.section_8 import leaves_its_types_open
from lles.casefile.rules.order_strip import clock_for_page
from lles.casefile.views import CaseView
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.law.section_8 import section_8_law, section_8_types_of_a_day
from lles.work.section_8.changes import (
    FosteringSaid,
    record_care,
    record_fostering,
    record_notice_had,
    record_terms_of_order,
)
from lles.work.section_8.forms import CareForm, FosteringForm, NoticeForm, TermsForm
from lles.work.section_8.queries import (
    PAGE,
    adults_of,
    care_of,
    child_of,
    earlier_facts,
    fostering_of,
    fostering_row,
    orders_read,
    section_8_order,
)

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Child, Order
    from lles.work.section_8.models import Care, Fostering

NEW = 0
RULES = ("S8-TYPES", "S8-CARE", "S8-FOSTER", "S8-AGE16", "S8-CONDITIONS", "S8-WARN")


class Facts(CaseView):
    """What is known of a case for its orders under section 8."""

    tab = PAGE
    what = "section_8"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows it; to those who work on the case also from where it is known, and what stood before."""
        care = care_of(self.case)
        return self.show(
            "section_8/facts.html",
            today=self.today,
            orders=[
                (one, clock_for_page(one.days, self.today, self.language))
                for one in orders_read(self.case, self.today)
            ],
            children=[(child, care.get(child.pk)) for child in self.case.children.all()],
            fostering=fostering_of(self.case),
            adults=adults_of(self.case),
            earlier=earlier_facts(self.case) if self.may_work else (),
            laws=[section_8_law()[one] for one in RULES],
        )


class RecordView(ChangeView):
    """A page that records one of these things."""

    needs = Verb.WORK
    tab = leads_to = PAGE
    what = "section_8"

    def press(self) -> str:
        return _("Record it")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    @property
    def adults(self) -> list[tuple[str, str]]:
        """The adults of the case, to choose from."""
        return [(str(one.pk), one.name or _("without a name")) for one in adults_of(self.case)]


class RecordCare(RecordView):
    """Whether one child is in care."""

    form_class = CareForm

    @cached_property
    def child(self) -> Child:
        """The child it is about."""
        return or_404(child_of(self.case, self.kwargs["child"]))

    def begin(self) -> None:
        """The child is of this case."""
        super().begin()
        self.child  # noqa: B018

    @cached_property
    def known(self) -> Care | None:
        """What is known of it."""
        return care_of(self.case).get(self.child.pk)

    def heading(self) -> str:
        return _("Is %(child)s in care?") % {"child": self.child.name}

    def initial(self) -> dict[str, Any]:
        return {"since": self.known.since} if self.known else {}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_care(
            **self.passed(form), child=self.child, since=given["since"], until=given["until"],
            source=given["source"],
        )  # fmt: skip


class RecordFostering(RecordView):
    """Whether somebody is or was a foster parent of a child; new (0), or as it is known now."""

    form_class = FosteringForm

    @cached_property
    def known(self) -> Fostering | None:
        """What is known of it."""
        return fostering_row(self.case, self.kwargs["row"])

    def begin(self) -> None:
        """What is known is of this case."""
        super().begin()
        or_404(self.known if self.kwargs["row"] != NEW else self.adults or None)

    def heading(self) -> str:
        return _("A local authority foster parent of a child")

    def choices(self) -> dict[str, Any]:
        children = [(str(one.pk), one.name) for one in self.case.children.all()]
        return {**super().choices(), "adults": self.adults, "children": children}

    def initial(self) -> dict[str, Any]:
        if self.known is None:
            return {}
        same = {name: getattr(self.known, name) for name in ("since", "until", "lived_there_since")}
        return {**same, "party": self.known.party_id, "child": self.known.child_id}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        names = ("since", "until", "has_consent", "is_relative", "lived_there_since", "source")
        record_fostering(
            **self.passed(form),
            child=or_404(child_of(self.case, int(given["child"]))),
            party=or_404(party_of(self.case, int(given["party"]))),
            said=FosteringSaid(**{name: given[name] for name in names}),
        )


class OrderView(RecordView):
    """A page about one order under section 8."""

    template = "section_8/order.html"

    @cached_property
    def order(self) -> Order:
        """The order it is about."""
        return or_404(section_8_order(self.case, self.kwargs["order"]))

    def begin(self) -> None:
        """The order is one of this case under section 8."""
        super().begin()
        self.order  # noqa: B018

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"order": self.order}


class RecordTerms(OrderView):
    """What an order under section 8 says; answered anew each time."""

    form_class = TermsForm

    def choices(self) -> dict[str, Any]:
        types = section_8_types_of_a_day(self.order.made_on) if leaves_its_types_open(self.order) else ()
        return {**super().choices(), "types": types}

    def heading(self) -> str:
        return _("What does the section 8 order say?")

    def initial(self) -> dict[str, Any]:
        return {} if self.order.is_final is None else {"is_final": self.order.is_final}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        names = ("only_about_living", "is_final", "varies", "ends_on", "carries_notice")
        record_terms_of_order(
            **self.passed(form), order=self.order, types=tuple(given.get("types", ())),
            **{name: given[name] for name in names},
        )  # fmt: skip


class OfAnAdult(OrderView):
    """A page about an order and one of the adults."""

    def choices(self) -> dict[str, Any]:
        return {**super().choices(), "adults": self.adults}


class RecordNotice(OfAnAdult):
    """When somebody had the warning notice of an order."""

    form_class = NoticeForm

    def heading(self) -> str:
        return _("Who had the warning notice of the order?")

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        party = or_404(party_of(self.case, int(given["party"])))
        record_notice_had(
            **self.passed(form), order=self.order, party=party, way=given["way"], on=given["on"]
        )
