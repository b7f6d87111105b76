"""What comes on paper alone, for any case: each of the five facts recorded or put right, each change on
the file."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lles.casefile.changes.application_facts import FactSaid, record_application_fact
from lles.casefile.queries.application_facts import FACTS, application_facts, earlier_application_facts
from lles.casefile.views import CaseView
from lles.casefile.views.drafting import DraftedView
from lles.work.intake.forms.facts import FactForm

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import ApplicationFact

FACTS_PAGE = "intake:facts"


class Facts(CaseView):
    """The five facts as they stand."""

    tab = "intake:of_case"
    what = "application_facts"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows what is recorded of each, from where, of which day and by whom."""
        known = application_facts(self.case)
        return self.show("intake/facts.html", facts=[(fact, known.get(fact)) for fact in FACTS])


class RecordFact(DraftedView):
    """One fact, recorded or put right."""

    tab = "intake:of_case"
    leads_to = FACTS_PAGE
    what = "application_facts"
    template = "intake/fact.html"
    form_class = FactForm
    draft_kind = "application-fact"

    @property
    def fact(self) -> str:
        """Which fact it is."""
        fact = str(self.kwargs["fact"])
        if fact not in FACTS:
            raise Http404
        return fact

    def begin(self) -> None:
        super().begin()
        self.heading()

    def heading(self) -> str:
        return self.say.word(f"application_fact.{self.fact}")

    def press(self) -> str:
        return _("Record it")

    def choices(self) -> dict[str, Any]:
        return {"fact": self.fact, "today": self.today}

    @cached_property
    def earlier(self) -> tuple[ApplicationFact, ...]:
        """What was recorded before."""
        return earlier_application_facts(self.case, self.fact)

    def initial(self) -> dict[str, Any]:
        if not self.earlier:
            return {}
        known = self.earlier[0]
        answer = {"yes": True, "no": False}.get(known.answer, "unknown")
        same = ("kinds", "by_whom", "words", "needed_by", "source", "raised_on")
        notice = {"without_notice": "unknown" if known.without_notice is None else known.without_notice}
        return {"answer": answer, **notice, **{name: getattr(known, name) for name in same}}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"earlier": self.earlier}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, FactForm)
        record_application_fact(**self.passed(form), said=FactSaid(**form.given))
