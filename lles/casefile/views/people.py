"""The people of a case, what they chose, and where they can be found: opened on purpose, one at a time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.people import ToldCourt, record_language, record_receipt, record_residence
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.people import LanguageForm, ReceiptForm, ResidenceForm
from lles.casefile.queries.corrections import differences_in
from lles.casefile.queries.of_case import child_of, party_of
from lles.casefile.queries.people import details_of, people_of
from lles.casefile.rules.courts import is_in_wales
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import CaseView, or_404

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.casefile.locations import Kept
    from lles.casefile.models import Child, Party
    from lles.casefile.queries.people import PeopleShown


def people_page(
    view: CaseView, people: PeopleShown, opened: str = "", details: Sequence[Kept] = ()
) -> HttpResponse:
    """Everybody of the case, with what the court says otherwise, and the details of whom were opened."""
    differences = differences_in(view.case)
    return view.show(
        "casefile/people.html", people=people, opened=opened, details=details, differences=differences
    )


class People(CaseView):
    """Who the case is about."""

    tab = "casefile:people"
    what = "people"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows everybody, and nowhere where they can be found."""
        return people_page(self, people_of(self.case))


class Whereabouts(CaseView):
    """Where one person can be found, for somebody who works on the case; the opening is recorded."""

    needs = Verb.WORK
    tab = "casefile:people"
    what = "people"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows nothing: details open by a button alone."""
        return people_page(self, people_of(self.case))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Opens the details of one person."""
        owner = request.POST.get("owner", "")
        people = people_of(self.case)
        if owner not in people.owners:
            raise Http404
        self.record_sight(f"location:{owner}")
        return people_page(self, people, owner, details_of(self.case, owner))


class PersonView(ChangeView):
    """A page on which something about one person is recorded."""

    tab = leads_to = "casefile:people"


class RecordLanguage(PersonView):
    """The language a party chose."""

    what = "language"
    form_class = LanguageForm

    def press(self) -> str:
        return _("Record the language")

    @cached_property
    def party(self) -> Party:
        """The party it is about."""
        return or_404(party_of(self.case, self.kwargs["party"]))

    def heading(self) -> str:
        return _("Language of %(name)s") % {"name": self.party.name}

    def choices(self) -> dict[str, Any]:
        in_wales = is_in_wales(self.case.court_code, self.case.court_name)
        return {"today": self.today, "court_in_wales": in_wales and not self.party.is_organisation}

    def initial(self) -> dict[str, Any]:
        return {"chosen": self.party.language, "asked_on": self.party.language_asked_on or self.today}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        on = given.get("court_told_on")
        told_court = ToldCourt(on, given["court_told_way"]) if on else None
        language, asked_on = given["chosen"], given["asked_on"]
        record_language(
            **self.passed(form), party=self.party, language=language, asked_on=asked_on, told_court=told_court
        )


class RecordResidence(PersonView):
    """Where a child is ordinarily resident."""

    what = "residence"
    form_class = ResidenceForm

    def press(self) -> str:
        return _("Record where the child is resident")

    @cached_property
    def child(self) -> Child:
        """The child it is about."""
        return or_404(child_of(self.case, self.kwargs["child"]))

    def heading(self) -> str:
        return _("Ordinary residence of %(name)s") % {"name": self.child.name}

    def initial(self) -> dict[str, Any]:
        return {"nation": self.child.nation}

    def change(self, form: ChangeForm) -> None:
        record_residence(**self.passed(form), child=self.child, nation=form.cleaned_data["nation"])


class RecordReceipt(ChangeView):
    """The day on which the service received the application."""

    tab = "casefile:case"
    what = "receipt"
    form_class = ReceiptForm

    def heading(self) -> str:
        return _("Day of receipt")

    def press(self) -> str:
        return _("Record the day of receipt")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        return {"received_on": self.case.received_on}

    def change(self, form: ChangeForm) -> None:
        record_receipt(**self.passed(form), received_on=form.cleaned_data["received_on"])
