"""How the crawl asks each address of the site."""

from collections.abc import Iterator, Mapping

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lles.casefile.models import Case, Officer
from lles.work.meetings.queries import meetings_of
from tests.crawl.ask import Ask, Data
from tests.crawl.canary import HOME, PHONE
from tests.crawl.closing import CLOSING
from tests.crawl.court import COURT
from tests.crawl.danger import DANGER
from tests.crawl.earlier import EARLIER
from tests.crawl.enquiries import ENQUIRIES
from tests.crawl.family_assistance import FAMILY_ASSISTANCE
from tests.crawl.intake import INTAKE
from tests.crawl.introductions import INTRODUCTIONS
from tests.crawl.notes import NOTES
from tests.crawl.resolver import routes
from tests.crawl.restriction import RESTRICTION
from tests.crawl.rows import Row, case_row, form_row, page_row, rows_of_pieces
from tests.crawl.service import SERVICE
from tests.crawl.serving import SERVING
from tests.crawl.to_court import TO_COURT
from tests.crawl.typed import ANSWERED, CALL, LETTER, MEETING, REASONS, seen
from tests.crawl.whereabouts import WHEREABOUTS
from tests.crawl.words import WORDS

UNKNOWN = "C-9999"


def asks(route: str, case: Case) -> Iterator[Ask]:
    """How one route is asked about one case; `KeyError` where the matrix has no row for it."""
    yield from MATRIX[route](case)


def _party(case: Case) -> list[int | str]:
    return [case.parties.get(role="applicant").pk]


def _other_party(case: Case) -> list[int | str]:
    return [case.parties.get(role="respondent").pk]


def _outsider(case: Case) -> Iterator[Ask]:
    data: Data = {"first_name": "Dai", "last_name": "Davies", "relation": "new_partner", "kinds": ["police"]}
    more = {"party": str(_other_party(case)[0]), "basis": "direction", "basis_words": "Order of 1 May"}
    yield from case_row("casefile:check_outsider", {**data, **more})(case)


def _source(case: Case) -> Iterator[Ask]:
    data: Data = {"child": str(_child(case)[0]), "kind": "school", "called": "Ysgol y Bont"}
    more = {"basis": "direction", "basis_words": "Order of 1 May"}
    yield from case_row("casefile:open_source", {**data, **more})(case)


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


def _order_of_paper(case: Case) -> Iterator[Ask]:
    paper = case.received_papers.order_by("pk").last()
    subject: list[int | str] = [paper.pk if paper else 0]
    typed: Data = {"order": "none", "words": "It is a letter."}
    yield from case_row("casefile:order_of_paper", typed, subject=lambda case: subject)(case)


def _add_paper(case: Case) -> Iterator[Ask]:
    file = SimpleUploadedFile("llythyr.txt", b"Annwyl swyddog", "text/plain")
    data: Data = {
        "file": file,
        "kind": "letter",
        "sender": "The school",
        "written_by": "else",
        "written_in": "cy",
        "came_by": "post",
    }
    yield from case_row("casefile:add_paper", data)(case)


def _previews(case: Case) -> Iterator[Ask]:
    readers = [
        (one, language) for one in ("court", "applicant-1", "respondent-1") for language in ("en", "cy")
    ]
    for reader, language in (*readers, ("other-1", "pl")):
        args = (case.reference, reader, language)
        yield Ask("safeguarding:preview", reverse("safeguarding:preview", args=args), a_file=True)


def _find(case: Case) -> Iterator[Ask]:
    mother = case.parties.get(role="applicant")
    for words in ("", case.reference, case.court_number, mother.last_name, HOME.postcode, PHONE):
        yield Ask("find", reverse("find"), data={"q": words})


def _allocate(case: Case) -> Iterator[Ask]:
    taker = Officer.objects.get(account__username="teammate")
    yield from case_row("allocation:allocate", {"to": str(taker.pk)})(case)


def _caseload(case: Case) -> Iterator[Ask]:
    taker = Officer.objects.get(account__username="teammate")
    for whose in (*Officer.objects.filter(account__username__in=["own", "manager"]), None):
        path = reverse("allocation:caseload", args=(whose.pk if whose else 0,))
        yield Ask("allocation:caseload", path)
        yield Ask("allocation:caseload", path, "POST")
        data: Data = {"cases": case.reference, "to": str(taker.pk), "seen": f"{case.reference}:0"}
        yield Ask("allocation:caseload", path, "POST", data, filled=True)


def _call(case: Case) -> list[int | str]:
    found = case.conversations.filter(wrong=None).order_by("pk").first()
    return [found.pk if found else 0]


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
    **rows_of_pieces(),
    **EARLIER,
    **COURT,
    **TO_COURT,
    **WHEREABOUTS,
    **WORDS,
    **SERVING,
    **DANGER,
    **ENQUIRIES,
    **INTRODUCTIONS,
    **CLOSING,
    **FAMILY_ASSISTANCE,
    **RESTRICTION,
    **NOTES,
    **INTAKE,
    "today": page_row("today"),
    "find": _find,
    "language": _language,
    "keys": form_row("keys", keys="off"),
    "typed_text": page_row("typed_text"),
    "stay": form_row("stay"),
    "account_login": form_row("account_login", login="own", password="wrong"),
    "account_logout": page_row("account_logout"),
    "account_inactive": page_row("account_inactive"),
    "account_reauthenticate": form_row("account_reauthenticate", password="wrong"),
    "mfa_reauthenticate": form_row("mfa_reauthenticate", code="000000"),
    "mfa_authenticate": form_row("mfa_authenticate", code="000000"),
    "mfa_index": page_row("mfa_index"),
    "mfa_activate_totp": form_row("mfa_activate_totp", code="000000"),
    "mfa_deactivate_totp": form_row("mfa_deactivate_totp"),
    "mfa_view_recovery_codes": page_row("mfa_view_recovery_codes"),
    "mfa_generate_recovery_codes": form_row("mfa_generate_recovery_codes"),
    "mfa_download_recovery_codes": page_row("mfa_download_recovery_codes"),
    **SERVICE,
    "demonstration_sign_in": form_row("demonstration_sign_in", username="own"),
    "casefile:cases": page_row("casefile:cases"),
    "casefile:orders_at_work": page_row("casefile:orders_at_work"),
    "allocation:team": page_row("allocation:team"),
    "allocation:caseload": _caseload,
    "casefile:checks_of_many": form_row("casefile:checks_of_many", check="0"),
    "timetable:court_days": case_row("timetable:court_days"),
    "casefile:case": case_row("casefile:case"),
    "casefile:tasks": case_row("casefile:tasks"),
    "casefile:family": case_row("casefile:family"),
    "casefile:receipt": case_row("casefile:receipt", {"receipt": "today"}),
    "casefile:people": case_row("casefile:people"),
    "casefile:details": _details,
    "casefile:language": case_row("casefile:language", {"chosen": "cy"}, subject=_party),
    "casefile:residence": case_row("casefile:residence", {"nation": "wales"}, subject=_child),
    "casefile:add_check": case_row("casefile:add_check", {}, subject=_new_check),
    "casefile:enhanced": case_row(
        "casefile:enhanced",
        {"basis": "need", "basis_words": "The pattern is not clear."},
        subject=_asked_check,
    ),
    "casefile:check_outsider": _outsider,
    "casefile:open_source": _source,
    "casefile:set_check_aside": case_row(
        "casefile:set_check_aside", {"reason": "Not needed."}, subject=_set_aside
    ),
    "casefile:answer_check": case_row("casefile:answer_check", ANSWERED, subject=_asked_check),
    "casefile:converse": case_row("casefile:converse", CALL, {"more": "yes", "rows": "3"}, subject=_party),
    "casefile:no_answer": case_row("casefile:no_answer", {"again": "no"}, subject=_party),
    "casefile:conversation_wrong": case_row(
        "casefile:conversation_wrong",
        {"why": "It was the other parent.", "language_of_words": "en"},
        subject=_call,
    ),
    "casefile:draft": _draft,
    "casefile:own_draft": _own_draft,
    "casefile:safe_contact": case_row(
        "casefile:safe_contact",
        {"voicemail": "no", "letters": "yes", "how": "By text."},
        subject=_party,
    ),
    "meetings:meetings": case_row("meetings:meetings"),
    "meetings:with_child": case_row("meetings:with_child", MEETING, subject=_child),
    "meetings:with_adult": case_row("meetings:with_adult", MEETING, subject=_party),
    "meetings:settle": case_row("meetings:settle", {"outcome": "held", "spoken": "cy"}, subject=_meeting),
    "casefile:documents": case_row("casefile:documents"),
    "casefile:document": _documents,
    "casefile:paper": _papers,
    "casefile:filing": _filings,
    "casefile:add_paper": _add_paper,
    "casefile:order_of_paper": _order_of_paper,
    "casefile:received_paper": _received_papers,
    "allocation:allocate": _allocate,
    "safeguarding:length": case_row("safeguarding:length"),
    "safeguarding:letter": case_row("safeguarding:letter", LETTER),
    "safeguarding:preview": _previews,
    "safeguarding:file": case_row("safeguarding:file", dict.fromkeys(REASONS, "The hearing is near.")),
    "safeguarding:withhold": case_row("safeguarding:withhold", {"reason": "Harm."}, subject=_party),
    "safeguarding:end_withholding": case_row(
        "safeguarding:end_withholding", {"a": "b"}, subject=_other_party
    ),
}
ABOUT_A_CASE = tuple(name for name, pattern in routes().items() if "<str:reference>" in pattern)
