"""The opinion of the officer before a family assistance order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.queries.court import day_of
from lles.casefile.queries.of_case import document_of
from lles.casefile.queries.papers import received_paper_of, received_papers
from lles.casefile.queries.readers import nation_of_officers
from lles.casefile.timeline import word_or_code
from lles.casefile.views.drafting import DraftedView
from lles.law.bilingual import day_in_words
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.opinion import Advice, give_opinion
from lles.work.family_assistance.forms.opinion import OpinionForm
from lles.work.family_assistance.queries.facts import opinion_of
from lles.work.family_assistance.queries.opinions import hearing_of, reports_and_hearings
from lles.work.family_assistance.views.order import AssistanceChange

if TYPE_CHECKING:
    from lles.casefile.models import ReceivedPaper


class GiveOpinion(AssistanceChange, DraftedView):
    """The opinion is written, or taken over from where it was given."""

    template = "family_assistance/opinion.html"
    form_class = OpinionForm
    draft_kind = "family-opinion"
    makes_anew = True

    def heading(self) -> str:
        return _("Our opinion on the order")

    def press(self) -> str:
        return _("Record the opinion")

    def choices(self) -> dict[str, Any]:
        documents, hearings = reports_and_hearings(self.case, self.today)
        papers = received_papers(self.case)
        return {
            "today": self.today,
            "questions": rules.questions_of_suitability(nation_of_officers(self.case), self.today),
            "documents": [(one.pk, self._document(one.kind, one.made_at)) for one in documents],
            "papers": [(one.pk, self._paper(one)) for one in papers],
            "senders": {one.pk: one.sender for one in papers},
            "heard_on": {one.pk: day_of(one) for one in hearings},
            "hearings": [
                (one.pk, f"{self.say.hearing(one.type_code, one.type_words)}, {self._day(one.starts_at)}")
                for one in hearings
            ],
        }

    def _document(self, kind: str, made_at: Any) -> str:
        return f"{word_or_code('document', kind).said(self.language)}, {self._day(made_at)}"

    def _paper(self, one: ReceivedPaper) -> str:
        came = day_in_words(one.received_on, self.language)
        sender = f" ({one.sender})" if one.sender and not self.closed_words(one.sender) else ""
        return f"{word_or_code('paper', one.kind).said(self.language)}{sender}, {came}"

    def _day(self, moment: Any) -> str:
        return day_in_words(timezone.localtime(moment).date(), self.language) if moment else ""

    def initial(self) -> dict[str, Any]:
        before = opinion_of(self.assistance)
        if before is None:
            return {"language_of_words": self.language}
        kept = ("mode", "given_by", "proposed_by", "covers", "is_best", "months")
        said = {name: getattr(before, name) for name in kept}
        return {**said, "language_of_words": before.language}

    def standing(self) -> dict[str, str]:
        before = opinion_of(self.assistance)
        if before is None:
            return {}
        boxes = ("best_interests", "operation", "better_than_none")
        answers = {f"about-{name}": words for name, words in before.suitable.items()}
        return {**{name: getattr(before, name) for name in boxes}, **answers}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"usual": rules.usual_length(self.today)}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, OpinionForm)
        given = form.cleaned_data
        advice = Advice(
            given_on=given["given_on"],
            mode=given["mode"],
            given_by=given["given_by"],
            proposed_by=given["proposed_by"],
            covers=given["covers"] if given["mode"] != "written" else (),
            document=document_of(self.case, form.chosen_document) if form.chosen_document else None,
            paper=received_paper_of(self.case, form.chosen_paper) if form.chosen_paper else None,
            author=form.author,
            hearing=hearing_of(self.case, form.chosen_hearing) if form.chosen_hearing else None,
            is_best=given["is_best"],
            best_interests=given["best_interests"],
            operation=given["operation"],
            months=given["months"],
            better_than_none=given["better_than_none"],
            suitable=form.suitable,
            language=given["language_of_words"],
        )
        give_opinion(**self.passed(form), assistance=self.assistance, advice=advice, reasons=form.reasons)
