"""One direction of the court: amended, taken back, or done."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lles.casefile.changes.directions import Directed, amend_direction, lift_direction
from lles.casefile.timeline import LONDON
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.naming import calls_orders
from lles.casefile.views.sight import or_404
from lles.law.bilingual import day_in_words
from lles.work.first_hearing.changes.directions import direction_takes_its_place, record_done
from lles.work.first_hearing.forms.orders import AmendForm, DoneForm, LiftForm
from lles.work.first_hearing.queries.orders import asks_already, direction_to_do, live_direction_of
from lles.work.first_hearing.views.orders import PAGE

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Direction, Order


class OneDirection(ChangeView):
    """A page about one direction that stands."""

    tab = leads_to = PAGE
    what = "orders"
    template = "first_hearing/direction.html"

    @cached_property
    def direction(self) -> Direction:
        """The direction it is about."""
        return or_404(live_direction_of(self.case, self.kwargs["direction"]))

    def begin(self) -> None:
        super().begin()
        self.direction  # noqa: B018

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"direction": self.direction}


class Amend(OneDirection):
    """The court amended a direction."""

    form_class = AmendForm

    def heading(self) -> str:
        return _("What does the court direct now?")

    def press(self) -> str:
        return _("Record the amendment")

    @cached_property
    def orders(self) -> dict[str, Order]:
        """The orders of the case, by their numbers."""
        return {str(one.pk): one for one in self.case.orders.order_by("-made_on", "-pk")}

    def choices(self) -> dict[str, Any]:
        named = calls_orders(self, self.orders.values())
        return {"orders": named, "made_on": {pk: one.made_on for pk, one in self.orders.items()}}

    def initial(self) -> dict[str, Any]:
        was, order = self.direction, self.orders.get(self.request.GET.get("order", ""))
        stands = (asks_already(order, was, was.paragraph) if order else None) or was
        return {
            "order": str(order.pk if order else was.order_id),
            "due_on": stands.due_on, "due_time": stands.due_time, "paragraph": stands.paragraph,
        }  # fmt: skip

    def standing(self) -> dict[str, str]:
        return {"words": self.direction.label}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records the amendment; where the order named directs the same already, and something else was
        typed, says so."""
        form = self.form(request.POST)
        if form.is_valid() and (there := self._there(form)):
            if there.order_id == self.direction.order_id:
                says = _("That order directs this already. Take back the earlier direction instead.")
                form.add_error("order", says)
                return self.page(form)
            if not self._agrees(form, there):
                form.add_error("order", self._differs(there))
                return self.page(form)
        return super().post(request, **kwargs)

    def _there(self, form: ChangeForm) -> Direction | None:
        """The direction by which the order that was chosen asks the same already."""
        return asks_already(self._order(form), self.direction, self._paragraph(form))

    def _agrees(self, form: ChangeForm, there: Direction) -> bool:
        """Whether everything is as that direction has it, or was left as it stood before."""
        given, was = form.cleaned_data, self.direction
        typed = (
            ("due_on", "due_on"),
            ("due_time", "due_time"),
            ("paragraph", "paragraph"),
            ("words", "label"),
        )
        return all(given[box] in (getattr(there, name), getattr(was, name)) for box, name in typed)

    def _differs(self, there: Direction) -> str:
        day = day_in_words(there.due_on, self.language) if there.due_on else _("no day")
        says = _(
            "That order directs this already, by %(day)s, and you entered something else. Leave the day, the"
            " hour, the paragraph and the words as they were, and that direction takes the place of this one;"
            " or amend that direction."
        )
        return says % {"day": day}

    def _order(self, form: ChangeForm) -> Any:
        return self.orders[form.cleaned_data["order"]]

    def _paragraph(self, form: ChangeForm) -> str:
        return str(form.cleaned_data["paragraph"])

    def change(self, form: ChangeForm) -> None:
        was, given = self.direction, form.cleaned_data
        if there := self._there(form):
            direction_takes_its_place(**self.passed(form), direction=was, new=there)
            return
        said = Directed(
            kind=was.kind, label=given["words"], due_on=given["due_on"],
            due_time=given["due_time"],
            child=was.child, party=was.party, paragraph=given["paragraph"],
        )  # fmt: skip
        amend_direction(**self.passed(form), direction=was, said=said, order=self._order(form))


class Lift(OneDirection):
    """The court took a direction back."""

    form_class = LiftForm

    def heading(self) -> str:
        return _("The court took this direction back")

    def press(self) -> str:
        return _("Record that it falls away")

    def change(self, form: ChangeForm) -> None:
        lift_direction(**self.passed(form), direction=self.direction, reason=form.cleaned_data["words"])


class DirectionDone(OneDirection):
    """What the court directed was done."""

    form_class = DoneForm

    @cached_property
    def direction(self) -> Direction:
        """A direction that is done here and has not been done."""
        return or_404(direction_to_do(self.case, self.kwargs["direction"]))

    def heading(self) -> str:
        return _("What the court directed was done")

    def press(self) -> str:
        return _("Record that it was done")

    def choices(self) -> dict[str, Any]:
        self.documents = {
            str(one.pk): one for one in self.case.documents.filter(reader="court").order_by("-pk")
        }
        return {"documents": [(pk, self._document(one)) for pk, one in self.documents.items()]}

    def _document(self, one: Any) -> str:
        kind, language = self.say.word(f"document.{one.kind}"), self.say.word(f"language.{one.language}")
        return f"{kind}, {day_in_words(one.made_at.astimezone(LONDON).date(), self.language)}, {language}"

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        document = self.documents.get(given["document"])
        record_done(**self.passed(form), direction=self.direction, document=document, how=given["how"])
