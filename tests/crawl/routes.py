"""Every address of the site, found from the resolver, and how the crawl asks each of them."""

from collections.abc import Callable, Iterator, Mapping

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from lles.casefile.models import Case, Officer
from lles.work.intake.models import Arrival, MailFile, Registration
from lles.work.meetings.queries import meetings_of
from tests.crawl.ask import Ask, Data
from tests.crawl.canary import HOME, PHONE
from tests.crawl.danger import DANGER
from tests.crawl.earlier import EARLIER
from tests.crawl.introductions import INTRODUCTIONS
from tests.crawl.notes import NOTES
from tests.crawl.service import SERVICE
from tests.crawl.serving import SERVING
from tests.crawl.to_court import TO_COURT
from tests.crawl.typed import ANSWERED, CALL, FACT, HEARING, KEYED_PAGES, LETTER, MEETING, REASONS, seen
from tests.crawl.whereabouts import WHEREABOUTS

UNKNOWN = "C-9999"
Row = Callable[[Case], Iterator[Ask]]


def routes() -> dict[str, str]:
    """Every route of the site by its name, with its pattern."""
    return dict(_walk(get_resolver().url_patterns, "", ""))


def _walk(patterns: list[URLPattern | URLResolver], space: str, before: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        place = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner, place)
        else:
            yield f"{space}{pattern.name or place}", place


def asks(route: str, case: Case) -> Iterator[Ask]:
    """How one route is asked about one case; `KeyError` where the matrix has no row for it."""
    yield from MATRIX[route](case)


def _page(route: str, **data: str) -> Row:
    def row(case: Case) -> Iterator[Ask]:
        yield Ask(route, reverse(route), data=data)

    return row


def _form(route: str, **data: str) -> Row:
    def row(case: Case) -> Iterator[Ask]:
        yield Ask(route, reverse(route))
        yield Ask(route, reverse(route), "POST", data)

    return row


def _of_case(route: str, *more: Data, subject: Callable[[Case], list[int | str]] | None = None) -> Row:
    """A page of a case, asked for and, where it takes a form, sent empty and filled in."""

    def row(case: Case) -> Iterator[Ask]:
        args = [case.reference, *(subject(case) if subject else [])]
        yield Ask(route, reverse(route, args=args))
        if more:
            yield Ask(route, reverse(route, args=args), "POST")
        for data in more:
            yield Ask(route, reverse(route, args=args), "POST", seen(case, data), filled=True)

    return row


def _party(case: Case) -> list[int | str]:
    return [case.parties.get(role="applicant").pk]


def _other_party(case: Case) -> list[int | str]:
    return [case.parties.get(role="respondent").pk]


def _check(case: Case) -> list[int | str]:
    return [case.checks.filter(kind="local_authority", party__role="applicant")[0].pk]


def _outsider(case: Case) -> Iterator[Ask]:
    data: Data = {"first_name": "Dai", "last_name": "Davies", "relation": "new_partner", "kinds": ["police"]}
    more = {"party": str(_other_party(case)[0]), "basis": "direction", "basis_words": "Order of 1 May"}
    yield from _of_case("casefile:check_outsider", {**data, **more})(case)


def _source(case: Case) -> Iterator[Ask]:
    data: Data = {"child": str(_child(case)[0]), "kind": "school", "called": "Ysgol y Bont"}
    more = {"basis": "direction", "basis_words": "Order of 1 May"}
    yield from _of_case("casefile:open_source", {**data, **more})(case)


def _set_aside(case: Case) -> list[int | str]:
    return [case.checks.filter(kind="local_authority", party__role="respondent")[0].pk]


def _asked_check(case: Case) -> list[int | str]:
    return [case.checks.get(kind="police", party__role="applicant").pk]


def _child(case: Case) -> list[int | str]:
    return [case.children.order_by("pk")[0].pk]


def _meeting(case: Case) -> list[int | str]:
    planned: list[int | str] = [one.meeting.pk for one in meetings_of(case)]
    return planned[:1] or [0]


def _new_check(case: Case) -> list[int | str]:
    return [*_party(case), "local_authority"]


def _details(case: Case) -> Iterator[Ask]:
    path = reverse("casefile:details", args=(case.reference,))
    owners = [f"party:{one.pk}" for one in case.parties.all()] + [
        f"child:{one.pk}" for one in case.children.all()
    ]
    yield Ask("casefile:details", path)
    yield from (Ask("casefile:details", path, "POST", {"owner": owner}, opens=True) for owner in owners)
    yield Ask("casefile:details", path, "POST", {"owner": "party:0"})


def _documents(case: Case) -> Iterator[Ask]:
    for document in [*case.documents.values_list("pk", flat=True), 0]:
        path = reverse("casefile:document", args=(case.reference, document))
        yield Ask("casefile:document", path, a_file=True)


def _papers(case: Case) -> Iterator[Ask]:
    for paper in [*case.papers.values_list("pk", flat=True), 0]:
        path = reverse("casefile:paper", args=(case.reference, paper))
        yield Ask("casefile:paper", path, "POST", opens=True, a_file=True)
    yield Ask("casefile:paper", path)


def _filings(case: Case) -> Iterator[Ask]:
    for filing in [*case.documents.exclude(filing=None).values_list("filing", flat=True), 0]:
        path = reverse("casefile:filing", args=(case.reference, filing))
        yield Ask("casefile:filing", path)
        yield Ask("casefile:filing", path, "POST", seen(case, {"way": "post", "is_there": "yes"}))


def _received_papers(case: Case) -> Iterator[Ask]:
    for paper in [*case.received_papers.values_list("pk", flat=True), 0]:
        path = reverse("casefile:received_paper", args=(case.reference, paper))
        yield Ask("casefile:received_paper", path, "POST", a_file=True, opens=True)


def _add_paper(case: Case) -> Iterator[Ask]:
    file = SimpleUploadedFile("llythyr.txt", b"Annwyl swyddog", "text/plain")
    data: Data = {"file": file, "kind": "letter", "sender": "The school", "came_by": "post"}
    yield from _of_case("casefile:add_paper", data)(case)


def _previews(case: Case) -> Iterator[Ask]:
    readers = [
        (one, language) for one in ("court", "applicant-1", "respondent-1") for language in ("en", "cy")
    ]
    for reader, language in (*readers, ("other-1", "pl")):
        args = (case.reference, reader, language)
        yield Ask("safeguarding:preview", reverse("safeguarding:preview", args=args), a_file=True)


def _timeline(case: Case) -> Iterator[Ask]:
    path = reverse("casefile:timeline", args=(case.reference,))
    yield Ask("casefile:timeline", path)
    yield Ask("casefile:timeline", path, data={"before": str(case.entries.order_by("-pk")[3].pk)})


def _arrivals(case: Case) -> Iterator[Ask]:
    for arrival in [*Arrival.objects.values_list("pk", flat=True), 0]:
        yield Ask("intake:arrival", reverse("intake:arrival", args=(arrival,)), opens=True)


def _settle(case: Case) -> Iterator[Ask]:
    for arrival in [*Arrival.objects.filter(case=None).values_list("pk", flat=True), 0]:
        path = reverse("intake:settle", args=(arrival,))
        yield Ask("intake:settle", path)
        yield Ask("intake:settle", path, "POST")
        for way in ("joined", "not_for_us"):
            data: Data = {"way": way, "reference": case.reference, "words": "It came before."}
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


def _find(case: Case) -> Iterator[Ask]:
    mother = case.parties.get(role="applicant")
    for words in ("", case.reference, case.court_number, mother.last_name, HOME.postcode, PHONE):
        yield Ask("find", reverse("find"), data={"q": words})


def _allocate(case: Case) -> Iterator[Ask]:
    taker = Officer.objects.get(account__username="teammate")
    yield from _of_case("allocation:allocate", {"to": str(taker.pk)})(case)


def _draft(case: Case) -> Iterator[Ask]:
    path = reverse("casefile:draft", args=(case.reference, "conversation", "1"))
    yield Ask("casefile:draft", path)
    yield Ask("casefile:draft", path, "POST", {"words-0": "She is afraid."}, filled=True)


def _own_draft(case: Case) -> Iterator[Ask]:
    path = reverse("casefile:own_draft", args=("keying", "1"))
    yield Ask("casefile:own_draft", path)
    yield Ask("casefile:own_draft", path, "POST", {"words-0": "She is afraid."}, filled=True)


def _language(case: Case) -> Iterator[Ask]:
    here = reverse("casefile:people", args=(case.reference,))
    yield Ask("language", reverse("language"), "POST", {"language": "cy", "next": here})
    yield Ask("language", reverse("language"))


MATRIX: Mapping[str, Row] = {
    **EARLIER,
    **TO_COURT,
    **WHEREABOUTS,
    **SERVING,
    **DANGER,
    **INTRODUCTIONS,
    **NOTES,
    "today": _page("today"),
    "find": _find,
    "language": _language,
    "keys": _form("keys", keys="off"),
    "typed_text": _page("typed_text"),
    "stay": _form("stay"),
    "account_login": _form("account_login", login="own", password="wrong"),
    "account_logout": _page("account_logout"),
    "account_inactive": _page("account_inactive"),
    "account_reauthenticate": _form("account_reauthenticate", password="wrong"),
    "mfa_reauthenticate": _form("mfa_reauthenticate", code="000000"),
    "mfa_authenticate": _form("mfa_authenticate", code="000000"),
    "mfa_index": _page("mfa_index"),
    "mfa_activate_totp": _form("mfa_activate_totp", code="000000"),
    "mfa_deactivate_totp": _form("mfa_deactivate_totp"),
    "mfa_view_recovery_codes": _page("mfa_view_recovery_codes"),
    "mfa_generate_recovery_codes": _form("mfa_generate_recovery_codes"),
    "mfa_download_recovery_codes": _page("mfa_download_recovery_codes"),
    **SERVICE,
    "demonstration_sign_in": _form("demonstration_sign_in", username="own"),
    "intake:arrivals": _page("intake:arrivals"),
    "intake:arrival": _arrivals,
    "intake:settle": _settle,
    "intake:file": _mail_files,
    "intake:of_case": _of_case("intake:of_case"),
    "intake:key": _key,
    "intake:register": _form("intake:register"),
    "intake:registration": _of_registration("intake:registration"),
    "intake:registration_page": _of_registration("intake:registration_page", *KEYED_PAGES),
    "intake:registration_draft": _of_registration(
        "intake:registration_draft", "harm", data={"words": "Harm."}
    ),
    "intake:registration_take_out": _of_registration("intake:registration_take_out", "child-1", "harm"),
    "intake:registration_check": _of_registration("intake:registration_check"),
    "intake:registration_aside": _of_registration("intake:registration_aside"),
    "intake:facts": _of_case("intake:facts"),
    "intake:fact": _fact("intake:fact"),
    "intake:hearings": _of_case("intake:hearings"),
    "intake:list_hearing": _of_case("intake:list_hearing", HEARING),
    "intake:move_hearing": _of_case("intake:move_hearing", HEARING, subject=_keyed_hearing),
    "intake:vacate_hearing": _of_case("intake:vacate_hearing", {"words": "No."}, subject=_keyed_hearing),
    "casefile:cases": _page("casefile:cases"),
    "casefile:checks_of_many": _form("casefile:checks_of_many", check="0"),
    "timetable:court_days": _of_case("timetable:court_days"),
    "casefile:case": _of_case("casefile:case"),
    "casefile:timeline": _timeline,
    "casefile:tasks": _of_case("casefile:tasks"),
    "casefile:receipt": _of_case("casefile:receipt", {"receipt": "today"}),
    "casefile:people": _of_case("casefile:people"),
    "casefile:details": _details,
    "casefile:language": _of_case("casefile:language", {"chosen": "cy"}, subject=_party),
    "casefile:residence": _of_case("casefile:residence", {"nation": "wales"}, subject=_child),
    "casefile:checks": _of_case("casefile:checks"),
    "casefile:add_check": _of_case("casefile:add_check", {}, subject=_new_check),
    "casefile:ask_check": _of_case("casefile:ask_check", {"body": "wrexham"}, subject=_check),
    "casefile:check_outsider": _outsider,
    "casefile:open_source": _source,
    "casefile:set_check_aside": _of_case(
        "casefile:set_check_aside", {"reason": "Not needed."}, subject=_set_aside
    ),
    "casefile:answer_check": _of_case("casefile:answer_check", ANSWERED, subject=_asked_check),
    "casefile:conversations": _of_case("casefile:conversations"),
    "casefile:converse": _of_case("casefile:converse", CALL, {"more": "yes", "rows": "3"}, subject=_party),
    "casefile:no_answer": _of_case("casefile:no_answer", {"again": "no"}, subject=_party),
    "casefile:draft": _draft,
    "casefile:own_draft": _own_draft,
    "casefile:safe_contact": _of_case(
        "casefile:safe_contact", {"voicemail": "no", "letters": "yes", "how": "By text."}, subject=_party
    ),
    "meetings:meetings": _of_case("meetings:meetings"),
    "meetings:with_child": _of_case("meetings:with_child", MEETING, subject=_child),
    "meetings:with_adult": _of_case("meetings:with_adult", MEETING, subject=_party),
    "meetings:settle": _of_case("meetings:settle", {"outcome": "held", "spoken": "cy"}, subject=_meeting),
    "casefile:documents": _of_case("casefile:documents"),
    "casefile:document": _documents,
    "casefile:paper": _papers,
    "casefile:filing": _filings,
    "casefile:add_paper": _add_paper,
    "casefile:received_paper": _received_papers,
    "allocation:allocate": _allocate,
    "safeguarding:length": _of_case("safeguarding:length"),
    "safeguarding:letter": _of_case("safeguarding:letter", LETTER),
    "safeguarding:preview": _previews,
    "safeguarding:file": _of_case("safeguarding:file", dict.fromkeys(REASONS, "The hearing is near.")),
    "safeguarding:withhold": _of_case("safeguarding:withhold", {"reason": "Harm."}, subject=_party),
    "safeguarding:end_withholding": _of_case(
        "safeguarding:end_withholding", {"a": "b"}, subject=_other_party
    ),
}
ABOUT_A_CASE = tuple(name for name, pattern in routes().items() if "<str:reference>" in pattern)
