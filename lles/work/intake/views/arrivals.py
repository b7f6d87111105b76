"""Arrivals: what the courts and others sent, what became of it, and what a person has to settle."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb, may
from lles.casefile.changes.door import Stale
from lles.casefile.changes.received_files import scanner
from lles.casefile.documents import received_store
from lles.casefile.queries.court import order_names
from lles.casefile.queries.sight import remarks_on_cases
from lles.casefile.views import CaseView, OfficerView
from lles.casefile.views.sight import acts_on, file_response, or_404
from lles.casefile.views.tasks import task_line
from lles.work.intake.changes.settle import join_to_case, record_look, record_read, set_aside
from lles.work.intake.forms.settle import JOINED, SettleForm
from lles.work.intake.queries import (
    applications_of,
    arrival_for,
    arrivals_held,
    arrivals_of,
    arrivals_settled,
    feed_notes,
    note_words,
    orders_of,
    sees_held,
    what_came_to_do,
)
from lles.work.intake.queries.danger import dangers_among
from lles.work.intake.queries.mail import (
    file_of_message,
    files_to_tell,
    mail_waiting,
    messages_of,
    opened_message,
    workable,
)
from lles.work.intake.queries.reading import asked_to_read, to_read
from lles.work.intake.queries.registration import started
from lles.work.intake.views.danger import DangerForm, DangerOnArrival

if TYPE_CHECKING:
    from lles.work.intake.models import Arrival

SHOWN_AT_MOST = 100


class Arrivals(OfficerView):
    """What the courts sent, by age."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Shows first what is held, the longest first; then the rest, the latest first."""
        rows, waiting = arrivals_settled(self.officer, SHOWN_AT_MOST), arrivals_held(self.officer)
        return self.show(
            "intake/arrivals.html",
            dangers=dangers_among(row.arrival for row in waiting),
            held=[row for row in waiting if row.is_held],
            mail=mail_waiting(self.officer),
            started=started(self.officer),
            to_do=[
                task_line(row, self.language, {Verb.WORK})
                for row in what_came_to_do(self.officer, self.today)
            ],
            rows=rows,
            remarks=remarks_on_cases(self.officer, {row.case.pk for row in rows if row.case}),
            now=timezone.now(),
            sees_held=sees_held(self.officer),
            full=len(rows) == SHOWN_AT_MOST,
        )


class OneArrival(DangerOnArrival):
    """One case of an answer of the courts, or one message."""

    def get(self, request: HttpRequest, arrival: int) -> HttpResponse:
        """Shows what became of it, what was not understood and, to those who may read it, the message."""
        return self.page(or_404(arrival_for(self.officer, arrival)))

    def page(self, arrival: "Arrival", form: DangerForm | None = None, status: int = 200) -> HttpResponse:
        message = opened_message(self.officer, arrival)
        if message is not None:
            record_look(by=self.officer, at=timezone.now(), arrival=arrival, what="message")
        return self.show(
            "intake/message.html" if message else "intake/arrival.html", status,
            arrival=arrival, message=message, notes=list(arrival.notes.all()), note_words=note_words,
            is_open=is_open(arrival) and sees_held(self.officer), now=timezone.now(),
            scanned=scanner() is not None, acts=self._acts(arrival), **self.danger(arrival, form),
        )  # fmt: skip

    def _acts(self, arrival: "Arrival") -> tuple[tuple[str, str], ...]:
        """What is offered on the case of an arrival to those who work on it."""
        works = arrival.case and may(self.officer, Verb.WORK, arrival.case)
        return acts_on(arrival.case, "receipt", self.language) if arrival.case and works else ()


def is_open(arrival: "Arrival") -> bool:
    """Whether a person still has to settle it."""
    return arrival.outcome in (arrival.WAITING, arrival.HELD) and arrival.settled_at is None


class OpenFile(OfficerView):
    """A file of a message, as a download; the opening is recorded."""

    def post(self, request: HttpRequest, arrival: int, place: int) -> HttpResponse:
        """Gives the copy of a file that may be opened."""
        found = or_404(arrival_for(self.officer, arrival))
        file = or_404(file_of_message(self.officer, found, place)).file
        if not file.may_be_opened:
            raise Http404
        record_look(by=self.officer, at=timezone.now(), arrival=found, what=f"file:{place}")
        content = received_store().get(file.copy_sha256)
        return file_response(file, f"arrival-{found.pk}-{place}", content)


class SettleArrival(OfficerView):
    """Settles an arrival that is no new application."""

    def begin(self) -> None:
        """Finds the arrival, for those who settle arrivals."""
        found = or_404(arrival_for(self.officer, int(self.kwargs["arrival"])))
        if not sees_held(self.officer):
            raise Http404
        self.arrival = found

    def get(self, request: HttpRequest, arrival: int) -> HttpResponse:
        """Shows the form."""
        named = request.GET.get("case", "")[:20]
        known = {"way": JOINED, "reference": named} if named else {}
        return self.page(self.form(initial=known))

    def post(self, request: HttpRequest, arrival: int) -> HttpResponse:
        """Settles the arrival, or says what is missing."""
        form = self.form(request.POST)
        if not form.is_valid() or not self.settled(form):
            return self.page(form)
        messages.success(request, _("Recorded"))
        return HttpResponseRedirect(reverse("intake:arrivals"))

    def form(self, data: QueryDict | None = None, **kwargs: Any) -> SettleForm:
        """The form, which asks of the files of a message whether they are orders."""
        named = files_to_tell(self.arrival)
        files = [(place, name or _("File %(place)s") % {"place": place}) for place, name in named.items()]
        return SettleForm(data, language=self.language, files=files, **kwargs)

    def settled(self, form: SettleForm) -> bool:
        """Whether it could be settled as the form says."""
        given, by, at = form.cleaned_data, self.officer, timezone.now()
        try:
            if given["way"] != JOINED:
                set_aside(by=by, at=at, arrival=self.arrival, why=given["way"], words=given["words"])
                return True
            case = workable(by, given["reference"])
            if case is None:
                form.add_error("reference", _("You work on no case of this reference. Check it."))
                return False
            join_to_case(
                case=case, by=by, at=at, arrival=self.arrival, words=given["words"],
                orders=form.which_are_orders,
            )  # fmt: skip
        except Stale:
            form.add_error(None, _("Somebody has settled this arrival already. Nothing was changed."))
            return False
        return True

    def page(self, form: SettleForm) -> HttpResponse:
        """The form with what was typed."""
        return self.show("intake/settle.html", arrival=self.arrival, form=form, is_open=is_open(self.arrival))


class FromTheCourt(CaseView):
    """What the courts sent about one case."""

    tab = "intake:of_case"
    place = "receipt"
    what = "arrivals"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists what came and what was not understood in it, what was asked for and what was ordered."""
        orders = orders_of(self.case)
        return self.show(
            "intake/of_case.html",
            arrivals=arrivals_of(self.case),
            mail=messages_of(self.case) if may(self.officer, Verb.WORK, self.case) else (),
            notes=feed_notes(self.case),
            is_by_hand=self.case.court_changed_at is None,
            applications=applications_of(self.case),
            orders=orders,
            names=order_names(self.case, orders),
            note_words=note_words,
            to_read=to_read(self.case) if self.may_work else (),
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records that something that came was read; to say it twice is to have said it."""
        if not self.may_work:
            raise PermissionDenied
        subject = request.POST.get("read", "")
        or_404(asked_to_read(self.case, subject) or None)
        record_read(case=self.case, by=self.officer, at=timezone.now(), subject=subject)
        messages.success(request, _("Recorded"))
        return HttpResponseRedirect(reverse("intake:of_case", args=(self.case.reference,)))
