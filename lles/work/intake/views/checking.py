"""All answers of a registration on one page, and the press that opens the case."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.changes.door import Stale
from lles.casefile.drafts import Overtaken
from lles.law.not_reckoned import NotReckoned
from lles.work.intake.changes.free_text import naming_places
from lles.work.intake.changes.registration import AlreadyACase, open_registration
from lles.work.intake.queries.registration import same_number
from lles.work.intake.views.keyed import Keyed, keyed, said_of, texts_of
from lles.work.intake.views.keying import CHILD, PARTY, Page
from lles.work.intake.views.registration import RegistrationView

if TYPE_CHECKING:
    from lles.work.intake.queries.registration import SameNumber


@dataclass(frozen=True)
class Answer:
    """One answer: the question and what was said; empty where nothing was."""

    asked: str
    said: object


@dataclass(frozen=True)
class Answered:
    """One page with its answers."""

    page: Page
    title: str
    answers: tuple[Answer, ...]


class CheckAnswers(RegistrationView):
    """Check your answers, and open the case."""

    what = "check"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows every answer, what is missing, and whether the case is there already."""
        return self.page() if self.goes_on else self.ended()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Opens the case as it was shown; what changed meanwhile is shown first."""
        if not self.goes_on:
            return self.ended()
        if request.POST.get("shown") != self.shown:
            return self.page(409, changed=True)
        whole = keyed(self.keying)
        if self.problems(whole) or self.keying.missing:
            return self.page(200, pressed=True)
        try:
            case = open_registration(
                by=self.officer, at=timezone.now(), registration=self.registration, said=whole.said,
                by_hand=whole.by_hand, seen=self.keying.revisions(),
            )  # fmt: skip
        except (Overtaken, Stale):
            self.begin()
            return self.page(409, changed=True) if self.goes_on else self.ended()
        except AlreadyACase:
            return self.page(409, pressed=True)
        except NotReckoned as unknown:
            return self.page(200, cannot=unknown.says.said(self.language))
        messages.success(request, _("The case was opened: %(reference)s") % {"reference": case.reference})
        return HttpResponseRedirect(reverse("casefile:case", args=(case.reference,)))

    @property
    def shown(self) -> str:
        """A mark of everything the page shows, so that nobody opens what they have not seen."""
        plain = json.dumps(self.keying.revisions(), sort_keys=True)
        return hashlib.sha256(plain.encode()).hexdigest()[:32]

    def page(self, status: int = 200, **context: Any) -> HttpResponse:
        """The page of all answers."""
        whole = keyed(self.keying)
        same = same_number(self.officer, whole.said)
        known = {
            "answered": tuple(self._answered()),
            "problems_found": tuple(self.problems(whole, same)),
            "missing": [(page, self.keying.title(page)) for page in self.keying.missing],
            "same": same,
            "shown": self.shown,
            "new": {kind: self.keying.next_person(kind) for kind in (CHILD, PARTY)},
        }
        return self.show("intake/check_answers.html", status, **{**known, **context})

    def problems(self, whole: Keyed, same: SameNumber | None = None) -> list[tuple[str, str]]:
        """What keeps a registration from being a case, beyond single pages: where it is put right, and in
        words."""
        found, titles = [], {page.name: self.keying.title(page) for page in self.keying.pages}
        if not whole.said.children:
            found.append((self.keying.next_person(CHILD), _("Add at least one child")))
        if not any(party.role == "applicant" for party in whole.said.parties):
            found.append((self.keying.next_person(PARTY), _("Add the applicant")))
        for fact in naming_places(whole.said, texts_of(self.keying, whole)):
            words = _("Take the address, the telephone number or the e-mail out of the words you typed here")
            found.append((fact, f"{titles[fact]} – {words}"))
        same = same or same_number(self.officer, whole.said)
        if same.references:
            found.append(("court", _("A case bears this number already: %(cases)s") % {
                "cases": ", ".join(same.references)
            }))  # fmt: skip
        elif same.is_hidden:
            words = _("It cannot be opened under this number here. Ask the head of the area to look at it.")
            found.append(("court", words))
        return found

    def _answered(self) -> Iterator[Answered]:
        for page in self.keying.pages:
            form = self.keying.forms.get(page.name)
            answers: tuple[Answer, ...] = ()
            if form is not None:
                form.is_valid()
                shown = (bound for bound in form if not bound.is_hidden)
                answers = tuple(
                    Answer(str(bound.label), said_of(bound, form.cleaned_data.get(bound.name)))
                    for bound in shown
                )
            yield Answered(page, self.keying.title(page), answers)
