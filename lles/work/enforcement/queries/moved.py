"""An order that stood with the wrong application, and an end that was recorded wrongly: what counts now, and
what is kept from whom since."""

from collections.abc import Collection, Sequence

from django.db.models import Q, QuerySet

from lles.casefile.models import Case
from lles.casefile.once import once
from lles.work.enforcement.models import Ended, Enforcement, Happened, OrderMoved, Report, Wrong

PREFIX = "enforcement_"
TELLS_THE_END = (Report.END, Report.CLOSING)


def happened_of(enforcement: Enforcement) -> QuerySet[Happened]:
    """What happened to the application, and under the order that stands with it now, wherever the order
    stood when it was written down; not what was recorded wrongly."""
    own = Q(enforcement=enforcement, order=None)
    of_order = _is_of_order(enforcement)
    return Happened.objects.filter(own | of_order, wrong=None).order_by("on", "pk")


def _is_of_order(enforcement: Enforcement, path: str = "order") -> Q:
    """Of the order that stands with it now, also as that was recorded twice."""
    if enforcement.order_id is None:
        return Q(pk=None)
    return Q(**{path: enforcement.order_id}) | Q(**{f"{path}__taken_back__same_as": enforcement.order_id})


def wrong_of(enforcement: Enforcement) -> Sequence[Wrong]:
    """What was recorded wrongly of the application, and of the order that stands with it now."""
    of_order = _is_of_order(enforcement, "happened__order")
    found = Wrong.objects.filter(Q(enforcement=enforcement, happened__order=None) | of_order)
    return list(found.select_related("alleged", "notice__party", "happened", "ended", "by"))


def reports_of(enforcement: Enforcement) -> QuerySet[Report]:
    """What was written of the application, and of the order that stands with it now."""
    return enforcement.reports.filter(Q(order=None) | _is_of_order(enforcement)).order_by("pk")


@once
def end_of(enforcement: Enforcement) -> Ended | None:
    """How it ended, as far as that is not recorded wrongly; None while it goes on."""
    return enforcement.ends.filter(wrong=None).select_related("by").last()


@once
def is_emptied(enforcement: Enforcement) -> bool:
    """Whether it had nothing but an order, and the order went where it belongs."""
    if enforcement.order_id is not None or enforcement.said_at is not None:
        return False
    last = enforcement.moved_away.last()
    return last is not None and last.empties


def moves_of(enforcement: Enforcement) -> Sequence[OrderMoved]:
    """Each time an order went from here, or came here, the first one first."""
    found = OrderMoved.objects.filter(Q(enforcement=enforcement) | Q(to=enforcement))
    return list(found.select_related("enforcement__party", "to__party", "order", "by"))


def is_astray(report: Report) -> bool:
    """Whether it was written of an order that stands with another application now."""
    if report.order_id is None:
        return False
    return not Report.objects.filter(_is_of_order(report.enforcement), pk=report.pk).exists()


def tells_wrong_end(report: Report) -> bool:
    """Whether it tells of an end that was recorded wrongly: it was written while that end stood."""
    if report.kind not in TELLS_THE_END:
        return False
    found = Wrong.objects.filter(ended__enforcement=report.enforcement_id)
    return found.filter(ended__at__lte=report.at, at__gt=report.at).exists()


def wrong_reports_of(enforcement: Enforcement) -> Sequence[Report]:
    """The reports that told the court of an end that was recorded wrongly, and that no report has corrected
    since."""
    reports = enforcement.reports.select_related("enforcement").order_by("pk")
    corrected = reports.filter(kind=Report.CORRECTION).last()
    wrong = Wrong.objects.filter(ended__enforcement=enforcement)
    open_ = wrong.filter(at__gt=corrected.at) if corrected else wrong
    return [
        one
        for one in reports.filter(kind=Report.END)
        if open_.filter(ended__at__lte=one.at, at__gt=one.at).exists()
    ]


def wrong_ends_of(enforcement: Enforcement) -> Sequence[Wrong]:
    """Each end that was recorded wrongly, with why, the last one last."""
    return list(enforcement.wrong.exclude(ended=None).select_related("ended", "by"))


def kept_back_from(case: Case, kind: str) -> Collection[int]:
    """The parties whose last document of a kind was written of an order that stood with the wrong
    application, or tells of an end that was recorded wrongly: nobody is given it any more."""
    if not kind.startswith(PREFIX):
        return ()
    written = Report.objects.filter(enforcement__case=case, kind=kind.removeprefix(PREFIX))
    written = written.select_related("enforcement")
    wrong = {one.version for one in written if is_astray(one) or tells_wrong_end(one)}
    made = case.documents.filter(kind=kind).exclude(party=None).order_by("version")
    last = dict(made.values_list("party", "version"))
    return [party for party, version in last.items() if version in wrong]
