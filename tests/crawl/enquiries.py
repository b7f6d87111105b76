"""How the crawl asks for enquiries: made for a body on the page of a check, and opened by a button."""

from collections.abc import Iterator, Mapping

from django.urls import reverse

from lles.casefile.models import Case, Check, Enquiry
from tests.crawl.ask import Ask, Data
from tests.crawl.canary import told_by
from tests.crawl.rows import Row
from tests.crawl.typed import seen


def _ask(case: Case) -> Iterator[Ask]:
    for kind, body in ((Check.LOCAL_AUTHORITY, "wrexham"), (Check.POLICE, "north-wales")):
        check = case.checks.filter(kind=kind, party__role="applicant")[0]
        path = reverse("casefile:ask_check", args=(case.reference, check.pk))
        told = [f"{check.owner}.{one}" for one in ("address", "earlier")]
        written: Data = {"body": body, "details": told, "enquiry": "yes", "reason-CONF-POLICE": "No doubt."}
        yield Ask("casefile:ask_check", path)
        yield Ask("casefile:ask_check", path, "POST")
        for data in (written, {**written, "details": []}, {"body": body}):
            yield Ask("casefile:ask_check", path, "POST", seen(case, data), filled=True)


def _open(case: Case) -> Iterator[Ask]:
    for pk, told in [*Enquiry.objects.filter(asked__case=case).values_list("pk", "told"), (0, [])]:
        path = reverse("casefile:enquiry", args=(case.reference, pk))
        yield Ask("casefile:enquiry", path)
        yield Ask("casefile:enquiry", path, "POST", opens=True, a_file=True, tells=told_by(told))


ENQUIRIES: Mapping[str, Row] = {"casefile:ask_check": _ask, "casefile:enquiry": _open}
