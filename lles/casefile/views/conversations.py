"""Conversations with the adults: the attempt that nobody answered, and the call with what was said."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.forms import SHOWN_AGAIN
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.conversations import MORE_ROWS, ConversationForm
from lles.casefile.queries.of_case import party_of
from lles.casefile.queries.people import protected_owners
from lles.casefile.queries.work import conversations_of
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.sight import CaseView, or_404

if TYPE_CHECKING:
    from lles.casefile.models import Party

NO_ANSWER = "no_answer"


class Conversations(CaseView):
    """Who was spoken to, and what was said."""

    tab = "casefile:conversations"
    what = "conversations"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists the adults with what was tried, and every conversation, the latest first."""
        held = conversations_of(self.case)
        adults = [party for party in self.case_head.parties if not party.is_organisation]
        return self.show(
            "casefile/conversations.html",
            adults=[(party, [one for one in held if one.party_id == party.pk]) for party in adults],
            conversations=held[::-1],
            protected=protected_owners(self.case),
        )


class NoAnswer(CaseView):
    """A call that nobody answered, recorded by one press."""

    needs = Verb.WORK
    what = "conversations"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records the attempt as of now."""
        party, now = or_404(party_of(self.case, self.kwargs["party"])), timezone.now()
        record_conversation(
            case=self.case,
            by=self.officer,
            at=now,
            party=party,
            began_at=now,
            outcome=NO_ANSWER,
        )
        messages.success(request, _("Recorded: no answer from %(name)s") % {"name": party.name})
        return HttpResponseRedirect(reverse("casefile:conversations", args=(self.case.reference,)))


class Converse(DraftedView):
    """A conversation with one adult."""

    tab = leads_to = "casefile:conversations"
    what = "conversations"
    template = "casefile/converse.html"
    form_class = ConversationForm
    draft_kind = "conversation"

    def heading(self) -> str:
        return _("Conversation with %(name)s") % {"name": self.party.name}

    def press(self) -> str:
        return _("Record the conversation")

    @cached_property
    def party(self) -> Party:
        """The adult who is spoken to."""
        return or_404(party_of(self.case, self.kwargs["party"]))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records the conversation, or shows the page again with room for more."""
        if "more" not in request.POST:
            return super().post(request, **kwargs)
        typed = request.POST.copy()
        typed["rows"] = str(self.form(typed).count + MORE_ROWS)  # type: ignore[attr-defined]
        typed[SHOWN_AGAIN] = self.language
        return self.page(self.form(typed))

    def choices(self) -> dict[str, Any]:
        children = [(child.pk, child.name) for child in self.case_head.children]
        known = {"today": self.today, "now": timezone.now(), "speaks": self.party.language}
        return {**known, "children": children}

    def initial(self) -> dict[str, Any]:
        now = timezone.localtime()
        return {"began_on": now.date(), "began_at": now.time().replace(second=0, microsecond=0)}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"party": self.party, "protected": protected_owners(self.case)}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, ConversationForm)
        given, children = form.cleaned_data, {child.pk: child for child in self.case.children.all()}
        record_conversation(
            **self.passed(form),
            party=self.party,
            began_at=form.began,
            outcome=given["outcome"],
            identity_checked=given["identity_checked"],
            safe_to_talk=given["safe_to_talk"],
            language=form.spoken_language,
            interpreter=given["interpreter"],
            concerns=[
                Words(one.words, one.language, children.get(one.child) if one.child else None, one.deferred)
                for one in form.concerns()
            ],
        )
