"""A conversation, or an attempt at one, was recorded wrongly."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lles.casefile.changes.conversations import say_wrong
from lles.casefile.forms.change import ChangeForm
from lles.casefile.models import Conversation
from lles.casefile.views.wrong import WrongView
from lles.law.bilingual import moment_in_words, opening


class WrongConversation(WrongView):
    """Why a conversation or an attempt is wrong."""

    tab = leads_to = "casefile:conversations"
    what = "conversations"
    title = _("Recorded wrongly: %(name)s, %(outcome)s")
    example = _("For example: it was the call to the other parent.")

    def rows(self) -> Mapping[str, Any]:
        return {"conversation": self.case.conversations.select_related("party")}

    def heading(self) -> str:
        outcome = self.say.word(f"conversation.{self.row.outcome}").lower()
        return str(self.title) % {"name": self.row.party.name, "outcome": outcome}

    def means(self) -> list[Any]:
        means = [_("Nothing is deleted: it stays on the file as wrong, and no letter tells of it.")]
        if self.row.outcome != Conversation.NO_ANSWER:
            means.append(
                _(
                    "What was recorded with it of domestic abuse, of where somebody is and of how they are"
                    " reached safely stays too; put each right on its own page."
                )
            )
        return means

    def context(self, form: ChangeForm) -> dict[str, Any]:
        began = moment_in_words(timezone.localtime(self.row.began_at), self.language)
        return {**super().context(form), "said": f"{opening(began)}."}

    def record(self, row: Any, **said: Any) -> None:
        say_wrong(conversation=row, **said)
