"""How the crawl asks for danger seen in a case: every page of it, and every step of every body."""

from collections.abc import Callable, Iterator, Mapping

from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from lles.casefile.models import Case
from lles.work.urgent_referral.models import Recipient, Referral, Written
from tests.crawl.ask import Ask, Data
from tests.crawl.canary import told_by
from tests.crawl.typed import seen

Row = Callable[[Case], Iterator[Ask]]
DETAILS = ("address", "phone", "email")


def _moment() -> Data:
    """The beginning of this day."""
    day = timezone.localdate()
    return {"hour": "0:00", "on-day": str(day.day), "on-month": str(day.month), "on-year": str(day.year)}


def _referrals(case: Case) -> list[int]:
    return list(Referral.objects.filter(case=case).values_list("pk", flat=True))


def _recipients(case: Case) -> list[int]:
    return list(Recipient.objects.filter(referral__case=case).values_list("pk", flat=True))


def _page(route: str) -> Row:
    def row(case: Case) -> Iterator[Ask]:
        yield Ask(route, reverse(route, args=(case.reference,)))

    return row


def _danger(case: Case) -> Iterator[Ask]:
    mother, child = case.parties.get(role="applicant"), case.children.order_by("pk")[0]
    typed: Data = {
        "learnt": "He is outside.", "language_of_words": "en", "party": str(mother.pk),
        "children": [str(child.pk)], "harm": ["physical"], "children_safe": "not_safe",
        "adults_safe": "unknown", "police": "north-wales", "seen_in": "call", **_moment(),
    }  # fmt: skip
    for place in ("case", f"call-{mother.pk}", "answer-1", "nowhere"):
        path = reverse("urgent_referral:danger", args=(case.reference, place))
        yield Ask("urgent_referral:danger", path)
    yield Ask("urgent_referral:danger", path, "POST")
    yield Ask("urgent_referral:danger", path, "POST", seen(case, typed), filled=True)


def _receipt(case: Case) -> Iterator[Ask]:
    path = reverse("urgent_referral:receipt", args=(case.reference,))
    yield Ask("urgent_referral:receipt", path)
    yield Ask("urgent_referral:receipt", path, "POST")
    for answer in ("no", "yes"):
        yield Ask("urgent_referral:receipt", path, "POST", seen(case, {"in_danger": answer}), filled=True)


def _of_referral(route: str, data: Data | None = None) -> Row:
    """A page of each referral of a case, and of one that is not there."""

    def row(case: Case) -> Iterator[Ask]:
        for pk in [*_referrals(case), 0]:
            path = reverse(route, args=(case.reference, pk))
            yield Ask(route, path)
            if data is not None:
                yield Ask(route, path, "POST")
                yield Ask(route, path, "POST", seen(case, data), filled=pk != 0)

    return row


def _press(route: str, of: Callable[[Case], list[int]], *, opens: bool = False) -> Row:
    """A button that does one thing."""

    def row(case: Case) -> Iterator[Ask]:
        for pk in [*of(case), 0]:
            path = reverse(route, args=(case.reference, pk))
            yield Ask(route, path)
            yield Ask(route, path, "POST", opens=opens)

    return row


def _of_body(route: str, data: Data, *states: str) -> Row:
    """A step of each body of a case that is as far, and of one that is not there."""

    def row(case: Case) -> Iterator[Ask]:
        reached = Recipient.objects.filter(referral__case=case, state__in=states or [F("state")])
        for pk in [*reached.values_list("pk", flat=True), 0]:
            path = reverse(route, args=(case.reference, pk))
            yield Ask(route, path)
            yield Ask(route, path, "POST")
            yield Ask(route, path, "POST", seen(case, data), filled=pk != 0)

    return row


def _write(case: Case) -> Iterator[Ask]:
    owner = f"party:{case.parties.get(role='applicant').pk}"
    told: Data = {
        "details": [f"{owner}.{kind}" for kind in DETAILS], "why": "To go there.", "why_language": "en",
        "reason-CONF-POLICE": "There is no time.",
    }  # fmt: skip
    yield from _of_body("urgent_referral:write", told, "to_send")(case)
    yield from _of_body("urgent_referral:write", {"details": [], "why_language": "en"}, "to_send")(case)


def _written(case: Case) -> Iterator[Ask]:
    """A referral in writing holds the details that were chosen for its body, and no other."""
    route, found = "urgent_referral:written", Written.objects.filter(recipient__referral__case=case)
    for pk, told in [*found.values_list("pk", "told"), (0, [])]:
        path = reverse(route, args=(case.reference, pk))
        yield Ask(route, path)
        yield Ask(route, path, "POST", opens=True, a_file=True, tells=told_by(told))


DANGER: Mapping[str, Row] = {
    "urgent_referral:referrals": _page("urgent_referral:referrals"),
    "urgent_referral:danger": _danger,
    "urgent_referral:receipt": _receipt,
    "urgent_referral:referral": _of_referral("urgent_referral:referral"),
    "urgent_referral:words": _press("urgent_referral:words", _referrals, opens=True),
    "urgent_referral:note": _press("urgent_referral:note", _referrals),
    "urgent_referral:another": _of_referral("urgent_referral:another", {"police": "cheshire"}),
    "urgent_referral:close": _of_referral("urgent_referral:close", {"outcome": "taken_over"}),
    "urgent_referral:phoned": _of_body("urgent_referral:phoned", {"whom": "The desk.", **_moment()}),
    "urgent_referral:write": _write,
    "urgent_referral:sent": _of_body(
        "urgent_referral:sent", {"way": "portal", "sent_to": "The portal.", **_moment()}, "to_send"
    ),
    "urgent_referral:set_aside": _of_body("urgent_referral:set_aside", {"because": "wrong_body"}, "to_send"),
    "urgent_referral:ask_again": _press("urgent_referral:ask_again", _recipients),
    "urgent_referral:acknowledged": _of_body(
        "urgent_referral:acknowledged", {"reference": "W-1", **_moment()}, "sent"
    ),
    "urgent_referral:reply": _of_body(
        "urgent_referral:reply", {"decision": "strategy", "language_of_words": "en", **_moment()}
    ),
    "urgent_referral:written": _written,
}
