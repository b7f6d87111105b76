"""What is attached to an order under section 8: recorded, put right, and discharged by a later order."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lles.casefile.queries.of_case import party_of
from lles.casefile.queries.section_8 import discharged_by
from lles.casefile.views.naming import calls_orders
from lles.casefile.views.sight import or_404
from lles.casefile.views.wrong import WrongView
from lles.work.section_8.changes import (
    AttachedSaid,
    record_attached,
    record_discharged,
    say_attached_wrong,
)
from lles.work.section_8.forms import NO_ORDER, AttachedForm, DischargedForm
from lles.work.section_8.queries import attached_in, later_orders, struck_in
from lles.work.section_8.views.recording import OfAnAdult, RecordView

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Attached, Order

LIKE = "like"


class RecordAttached(OfAnAdult):
    """A direction or a condition of an order, or something incidental, and whom it binds; it begins like what
    was recorded wrongly, where the address names that."""

    form_class = AttachedForm
    makes_anew = True

    def heading(self) -> str:
        return _("A direction or condition in the order")

    @cached_property
    def like(self) -> Attached | None:
        """What was recorded wrongly and is put right now."""
        asked = self.request.GET.get(LIKE, "")
        return struck_in(self.order).filter(pk=asked).first() if asked.isdecimal() else None

    def initial(self) -> dict[str, Any]:
        if self.like is None:
            return {"language_of_words": self.language}
        same = ("kind", "party_id", "ties", "paragraph", "since", "until")
        known = {name.removesuffix("_id"): getattr(self.like, name) for name in same}
        return {**known, "language_of_words": self.like.language or self.language}

    def standing(self) -> Mapping[str, str]:
        return {"words": self.like.words} if self.like else {}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        names = ("kind", "paragraph", "words", "since", "until")
        said = AttachedSaid(
            party=or_404(party_of(self.case, int(given["party"]))) if given["party"] else None,
            ties=tuple(given["ties"]), language=given["language_of_words"] if given["words"] else "",
            **{name: given[name] for name in names},
        )  # fmt: skip
        record_attached(**self.passed(form), order=self.order, said=said)


class WrongAttached(WrongView, RecordView):
    """What is attached to an order was recorded wrongly."""

    title = gettext_lazy("What the order says was recorded wrongly")
    example = gettext_lazy("For example: it binds the other parent, or it stands in another order.")

    def rows(self) -> Mapping[str, Any]:
        return {"attached": attached_in(self.case)}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        whom = f": {self.row.party.name}" if self.row.party else ""
        kind = self.say.word(f"attached.{self.row.kind}")
        return {**super().context(form), "said": f"{kind[:1].upper()}{kind[1:]}{whom}"}

    def record(self, row: Any, **said: Any) -> None:
        say_attached_wrong(attached=row, **said)


class DischargeAttached(RecordView):
    """Which later order discharges what is attached to one."""

    form_class = DischargedForm

    @cached_property
    def attached(self) -> Attached:
        """What it is about."""
        return or_404(attached_in(self.case).filter(pk=self.kwargs["row"], wrong=None).first())

    def begin(self) -> None:
        """It is of this case, and there is a later order."""
        super().begin()
        or_404(self.orders or None)

    @cached_property
    def orders(self) -> dict[str, Order]:
        """The later orders, by their numbers."""
        later = later_orders(self.attached, list(self.case.orders.order_by("made_on", "pk")))
        return {str(one.pk): one for one in later}

    def heading(self) -> str:
        return _("Which later order discharges it?")

    def choices(self) -> dict[str, Any]:
        return {**super().choices(), "orders": calls_orders(self, self.orders.values())}

    def initial(self) -> dict[str, Any]:
        known = discharged_by(self.attached)
        return {"order": str(known.pk)} if known else {}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        means = _(
            "It has no effect from the day of that order on. What an order itself ends, and the last day"
            " that it names, need not be said here."
        )
        return {"means": means}

    def change(self, form: ChangeForm) -> None:
        chosen = form.cleaned_data["order"]
        order = None if chosen == NO_ORDER else self.orders[chosen]
        record_discharged(**self.passed(form), attached=self.attached, order=order)
