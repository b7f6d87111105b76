"""How the crawl asks for the pages of intake: arrivals, registrations, what comes on paper, and hearings."""

from collections.abc import Iterator

from django.urls import reverse

from lles.casefile.models import Case
from lles.work.intake.models import Arrival, MailFile, Registration
from lles.work.intake.queries.reading import to_read
from tests.crawl.ask import Ask, Data
from tests.crawl.rows import Row, case_row, form_row, page_row
from tests.crawl.typed import DANGER_ENDED, DANGER_SEEN, DANGER_TOLD, FACT, HEARING, KEYED_PAGES, seen


def _arrivals(case: Case) -> Iterator[Ask]:
    for arrival in [*Arrival.objects.values_list("pk", flat=True), 0]:
        yield Ask("intake:arrival", reverse("intake:arrival", args=(arrival,)), opens=True)
    for arrival in [*Arrival.objects.filter(case=None).values_list("pk", flat=True)[:1], 0]:
        path = reverse("intake:arrival", args=(arrival,))
        yield Ask("intake:arrival", path, "POST", opens=True)
        for typed in (DANGER_SEEN, DANGER_ENDED, DANGER_TOLD):
            yield Ask("intake:arrival", path, "POST", seen(case, typed), opens=True, filled=True)


def _settle(case: Case) -> Iterator[Ask]:
    for arrival in [*Arrival.objects.filter(case=None).values_list("pk", flat=True), 0]:
        path = reverse("intake:settle", args=(arrival,))
        yield Ask("intake:settle", path)
        yield Ask("intake:settle", path, "POST")
        for way in ("joined", "not_for_us"):
            data: Data = {
                "way": way, "reference": case.reference, "words": "It came before.", "orders": "none",
            }  # fmt: skip
            yield Ask("intake:settle", path, "POST", data, filled=True)


def _key(case: Case) -> Iterator[Ask]:
    for arrival in [*Arrival.objects.filter(case=None).values_list("pk", flat=True), 0]:
        path = reverse("intake:key", args=(arrival,))
        yield Ask("intake:key", path, opens=True)
        yield Ask("intake:key", path, "POST", opens=True)


def _of_registration(route: str, *pages: str, data: Data | None = None) -> Row:
    """A page of each registration, and of one that is not there."""

    def row(case: Case) -> Iterator[Ask]:
        for registration in [*Registration.objects.values_list("pk", flat=True), 0]:
            for page in pages or ("",):
                path = reverse(route, args=(registration, page) if page else (registration,))
                yield Ask(route, path, opens=True)
                yield Ask(route, path, "POST", data or {}, opens=True)

    return row


def _fact(route: str) -> Row:
    def row(case: Case) -> Iterator[Ask]:
        for fact in ("harm", "urgency", "nothing"):
            path = reverse(route, args=(case.reference, fact))
            filled = fact != "nothing"
            yield Ask(route, path)
            yield Ask(route, path, "POST", seen(case, FACT) if filled else {}, filled=filled)

    return row


def _keyed_hearing(case: Case) -> list[int | str]:
    keyed: list[int | str] = [
        *case.hearings.filter(court_key__startswith="keyed-").values_list("pk", flat=True)
    ]
    return keyed[:1] or [0]


def _mail_files(case: Case) -> Iterator[Ask]:
    places = MailFile.objects.values_list("message__arrival_id", "place")
    for arrival, place in [*places, (0, 1)]:
        path = reverse("intake:file", args=(arrival, place))
        yield Ask("intake:file", path, "POST", opens=True, a_file=True)


def _of_case(case: Case) -> Iterator[Ask]:
    path = reverse("intake:of_case", args=(case.reference,))
    yield Ask("intake:of_case", path)
    yield Ask("intake:of_case", path, "POST", {"read": "0"})
    for one in to_read(case):
        yield Ask("intake:of_case", path, "POST", {"read": one.task.subject}, filled=True)


INTAKE: dict[str, Row] = {
    "intake:arrivals": page_row("intake:arrivals"),
    "intake:arrival": _arrivals,
    "intake:settle": _settle,
    "intake:file": _mail_files,
    "intake:of_case": _of_case,
    "intake:key": _key,
    "intake:register": form_row("intake:register"),
    "intake:registration": _of_registration("intake:registration"),
    "intake:registration_page": _of_registration("intake:registration_page", *KEYED_PAGES),
    "intake:registration_draft": _of_registration(
        "intake:registration_draft", "harm", data={"words": "Harm."}
    ),
    "intake:registration_take_out": _of_registration("intake:registration_take_out", "child-1", "harm"),
    "intake:registration_check": _of_registration("intake:registration_check"),
    "intake:registration_aside": _of_registration("intake:registration_aside"),
    "intake:facts": case_row("intake:facts"),
    "intake:fact": _fact("intake:fact"),
    "intake:list_hearing": case_row("intake:list_hearing", HEARING),
    "intake:move_hearing": case_row("intake:move_hearing", HEARING, subject=_keyed_hearing),
    "intake:vacate_hearing": case_row("intake:vacate_hearing", {"words": "No."}, subject=_keyed_hearing),
}
