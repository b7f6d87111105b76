"""The introductory letters of a case: how far each is, a preview, and the decision whether they go."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.documents import UnprintableText
from lles.casefile.forms.change import ChangeForm
from lles.casefile.gate import GateRefused
from lles.casefile.views import CaseView, pdf_response
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.casefile.views.why import question_of, why_of
from lles.law.bilingual import LANGUAGES, Language
from lles.work.introductions.changes import decide_letters, preview_introduction
from lles.work.introductions.forms import LettersForm
from lles.work.introductions.queries import introduced, is_for_letters, letters_due_day, reader_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.work.introductions.queries import Introduced


_LANGUAGES: dict[str, Language] = {one: one for one in LANGUAGES}


class LettersView(CaseView):
    """A page about the introductory letters of a case that has them."""

    tab = "introductions:letters"
    what = "introductions"

    @cached_property
    def adults(self) -> Sequence[Introduced]:
        """Every adult, and how far the letter is."""
        return introduced(self.case)

    def begin(self) -> None:
        """In public law nobody is written to from here."""
        super().begin()
        if not is_for_letters(self.case):
            raise Http404


class Letters(LettersView):
    """How far each letter is."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists the adults, with the day by which the letters go out."""
        due = letters_due_day(self.case)
        settled = all(one.is_settled for one in self.adults)
        return self.show(
            "introductions/letters.html",
            adults=self.adults,
            to_decide=to_decide(self.adults),
            due=due,
            why=why_of(due, self.language),
            question=question_of(due, _("Introductory letters"), self.language),
            is_late=due.is_late_on(self.today) and not settled,
            is_done=bool(self.adults) and settled,
        )


class Decide(LettersView, ChangeView):
    """Whether a letter goes to each adult who has none."""

    needs = Verb.WORK
    template = "introductions/decide.html"
    form_class = LettersForm
    leads_to = "introductions:letters"

    def heading(self) -> str:
        return _("Make the introductory letters")

    def press(self) -> str:
        return _("Make and seal the letters")

    def recorded(self) -> str:
        return _("Recorded. What was made can be served now.")

    def choices(self) -> dict[str, Any]:
        return {"adults": self.to_decide}

    @property
    def to_decide(self) -> list[Introduced]:
        """The adults who have no letter, or from whom it is kept."""
        return to_decide(self.adults)

    def initial(self) -> dict[str, Any]:
        kept = [one for one in self.to_decide if one.decision and one.decision.ground]
        return {f"goes-{one.party.pk}": one.decision.ground for one in kept if one.decision}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the letters, or says what stands in the way."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            return self.show("introductions/refused.html", 409, refusals=refused.refusals)
        except UnprintableText:
            return self.show("introductions/refused.html", 409, refusals=())

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, LettersForm)
        decide_letters(**self.passed(form), reasons=form.reasons, decided=form.decided)


class Preview(LettersView):
    """The letter as one adult will have it, in the real bytes."""

    needs = Verb.WORK

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the letter for one adult in one language."""
        adult = or_404(reader_of(self.case, self.kwargs["party"]))
        language: Language = or_404(_LANGUAGES.get(self.kwargs["language"]))
        if self.case.office is None:
            raise Http404
        try:
            released = preview_introduction(
                case=self.case, by=self.officer, at=timezone.now(), adult=adult, language=language
            )
        except GateRefused as refused:
            return self.show("introductions/refused.html", 409, refusals=refused.refusals)
        except UnprintableText:
            return self.show("introductions/refused.html", 409, refusals=())
        return pdf_response(released, inline=True)


def to_decide(adults: Sequence[Introduced]) -> list[Introduced]:
    """The adults who have no letter, or to whom none may go."""
    return [one for one in adults if not one.documents or one.ground]
