"""Who may do what with which case; a case one may not see is a case that is not there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from lles.casefile.access import Verb
from lles.casefile.changes.restriction import shut_out
from lles.casefile.models import Case, Officer
from lles.casefile.queries.sight import seen_by
from tests.crawl.ask import Ask
from tests.crawl.canary import HOME, PHONE
from tests.crawl.cast import (
    ALLOCATE,
    APPROVE,
    BY_NAME,
    FILE,
    NOTHING,
    SEE,
    VIEWERS,
    WORK,
    Viewer,
    browser_of,
    officer,
)
from tests.crawl.crawl import answered, heard
from tests.crawl.ground import Ground, undone
from tests.crawl.resolver import routes
from tests.crawl.routes import ABOUT_A_CASE, UNKNOWN, asks
from tests.crawl.rows import needs_of_pieces

NEEDS: dict[str, Verb] = {
    **needs_of_pieces(),
    "casefile:case": SEE, "casefile:timeline": SEE, "casefile:tasks": SEE, "casefile:people": SEE,
    "casefile:family": SEE, "casefile:checks": SEE, "casefile:conversations": SEE, "casefile:documents": SEE,
    "casefile:document": SEE, "casefile:paper": SEE, "intake:of_case": SEE, "safeguarding:letter": SEE,
    "casefile:add_note": WORK, "casefile:note": WORK, "casefile:correct_note": WORK,
    "casefile:details": WORK, "casefile:receipt": WORK, "casefile:language": WORK, "casefile:residence": WORK,
    "casefile:enhanced": WORK, "casefile:enquiry": WORK,
    "casefile:add_check": WORK, "casefile:ask_check": WORK, "casefile:answer_check": WORK,
    "casefile:check_outsider": WORK, "casefile:open_source": WORK, "casefile:set_check_aside": WORK,
    "casefile:converse": WORK, "casefile:no_answer": WORK, "casefile:conversation_wrong": WORK,
    "casefile:draft": WORK, "casefile:filing": WORK,
    "casefile:add_paper": WORK, "casefile:received_paper": WORK,
    "casefile:order_of_paper": WORK, "casefile:safe_contact": WORK,
    "meetings:meetings": SEE, "meetings:with_child": WORK, "meetings:with_adult": WORK,
    "meetings:settle": WORK, "first_hearing:orders": SEE, "first_hearing:hearing": SEE,
    **{f"first_hearing:{name}": WORK for name in (
        "record_order", "read_order", "amend", "lift", "direction", "record_hearing", "correct",
        "day_of_order",
    )},
    "casefile:serving": WORK, "casefile:envelope": WORK, "casefile:check_address": WORK,
    "casefile:came_back": WORK, "casefile:give_to_child": WORK,
    "introductions:letters": SEE, "introductions:decide": WORK, "introductions:preview": WORK,
    "closing:closing": SEE, "closing:letters": FILE, "closing:preview": FILE, "closing:close": FILE,
    "closing:reopen": WORK, "closing:goes_on": WORK,
    "casefile:record_whereabouts": WORK, "casefile:protect": WORK, "casefile:ask_to_open": WORK,
    "casefile:put_right": WORK, "casefile:left_before": WORK,
    **{f"casefile:{name}": APPROVE for name in (
        "who_sees", "seal", "unseal", "name_person", "end_naming", "shut_out", "let_in",
    )},
    "casefile:decide_opening": APPROVE, "timetable:court_days": SEE,
    "safeguarding:preview": WORK, "safeguarding:length": WORK, "safeguarding:file": FILE,
    "safeguarding:withhold": WORK,
    "safeguarding:end_withholding": WORK,
    "safeguarding:short_notice": WORK, "safeguarding:short_notice_preview": WORK,
    "safeguarding:short_notice_file": FILE, "safeguarding:note": WORK, "safeguarding:note_preview": WORK,
    "safeguarding:note_file": FILE, "safeguarding:update": WORK, "safeguarding:update_preview": WORK,
    "safeguarding:update_file": FILE, "safeguarding:withhold_update": WORK,
    "safeguarding:end_update_withholding": WORK, "safeguarding:ask_signature": WORK,
    "safeguarding:sign_off": SEE, "safeguarding:read_to_sign": APPROVE,
    "allocation:allocate": ALLOCATE, "earlier_involvement:known": SEE, "earlier_involvement:look": WORK,
    "earlier_involvement:decide": WORK, "earlier_involvement:filter_order": WORK,
    "earlier_involvement:withdraw": WORK, "earlier_involvement:leave": WORK,
    "urgent_referral:referrals": SEE, "urgent_referral:referral": SEE, "urgent_referral:note": APPROVE,
    **{f"urgent_referral:{name}": WORK for name in (
        "receipt", "danger", "words", "another", "close", "phoned", "write", "sent", "set_aside", "ask_again",
        "acknowledged", "reply", "written",
    )},
    "family_assistance:orders": SEE, "family_assistance:order": SEE,
    **{f"family_assistance:{name}": WORK for name in (
        "propose", "terms", "opinion", "plan", "told", "work", "consent", "heard_adult", "heard_child",
        "also", "answer", "versions", "nothing", "wrong",
    )},
    **{f"family_assistance:{name}": FILE for name in ("document", "preview", "report")},
    "intake:facts": SEE, "intake:fact": WORK, "intake:hearings": SEE, "intake:list_hearing": WORK,
    "intake:move_hearing": WORK, "intake:vacate_hearing": WORK,
}  # fmt: skip
CHANGES_WHAT_IS_SEEN = {  # seen by all who see the case, changed by those who hold the verb
    "casefile:checks": WORK,
    "casefile:timeline": WORK,
    "casefile:conversations": WORK,
    "intake:hearings": WORK,
    "intake:of_case": WORK,
    "safeguarding:letter": WORK,
    "safeguarding:sign_off": APPROVE,
}
LEADS_ON = frozenset(  # where it stands so already, and to the page on which a report is written
    {"casefile:seal", "casefile:unseal", "casefile:name_person", "family_assistance:report"}
)
CASES = ("own", "sealed", "other")
each = pytest.mark.parametrize("viewer", VIEWERS, ids=lambda viewer: viewer.name or "anonymous")


def test_it_knows_what_every_page_of_a_case_needs() -> None:
    assert set(ABOUT_A_CASE) == set(NEEDS)


def asked_about(case: Case) -> Iterator[Ask]:
    """Every page of a case, asked for, sent empty and sent filled in: one call of each."""
    found = [ask for name in ABOUT_A_CASE for ask in asks(name, case)]
    yield from {(ask.route, ask.method, ask.filled): ask for ask in reversed(found)}.values()


def cases_of(viewer: Viewer) -> tuple[str, ...]:
    """The cases to ask a viewer about: to one who works on no case at all, one says as much as three."""
    return CASES[:1] if viewer.role in ("system_administrator", "none", "") else CASES


def held(viewer: Viewer, name: str) -> frozenset[Verb]:
    """What a viewer may do with a case, by the table of this test."""
    return {"own": viewer.own, "sealed": viewer.sealed, "other": viewer.other}[name]


@pytest.mark.parametrize(
    ("viewer", "name"),
    [
        pytest.param(viewer, name, id=f"{viewer.name or 'anonymous'}-{name}")
        for viewer in VIEWERS
        for name in cases_of(viewer)
    ],
)
def test_it_lets_each_do_what_the_table_says(ground: Ground, viewer: Viewer, name: str) -> None:
    assert list(against_the_table(ground, viewer, (name,))) == []


def against_the_table(
    ground: Ground, viewer: Viewer, names: Sequence[str], *, afresh: bool = False
) -> Iterator[str]:
    """The calls about these cases whose answer is not the one that the table gives this viewer."""
    client, language = browser_of(viewer, viewer.fills_in), viewer.fills_in
    for name in names:
        for ask in asked_about(ground.case(name)):
            if ask.filled and needed(ask) in held(viewer, name):
                continue
            status = heard(client, viewer, language, ask, afresh=afresh).status
            if not fits(status, ask, viewer, held(viewer, name)):
                yield f"{name}: {ask.key}: {status}"


def needed(ask: Ask) -> Verb:
    """The verb that a call needs; a letter is seen by more people than may change it."""
    if ask.method == "POST" and ask.route in CHANGES_WHAT_IS_SEEN:
        return CHANGES_WHAT_IS_SEEN[ask.route]
    return NEEDS[ask.route]


def fits(status: int, ask: Ask, viewer: Viewer, may: frozenset[Verb]) -> bool:
    """Whether an answer is one this viewer should have."""
    if not viewer.signs_in:
        return status == (200 if ask.method == "POST" else 302)  # led to signing in
    if viewer.role == "none":
        return status == 403
    if SEE not in may:
        return status == 404
    if needed(ask) in may:  # nobody signs for a letter that is not there, or undoes a signature of another
        if status == 302:
            return ask.route in LEADS_ON
        return status in (200, 404, 405, 409) or (status == 403 and ask.route.endswith("_withholding"))
    if ask.route == "safeguarding:letter" and not ask.filled:
        return status == 200  # an empty form changes nothing
    return status == 403 or (status == 405 and ask.method == "GET")


@each
def test_it_answers_as_if_a_hidden_case_were_not_there(ground: Ground, viewer: Viewer) -> None:
    assert list(told_apart(ground, viewer)) == []


def told_apart(
    ground: Ground, viewer: Viewer, names: Sequence[str] = CASES, *, afresh: bool = False
) -> Iterator[str]:
    """The calls by which a viewer could tell a hidden case from one that is not there."""
    client = browser_of(viewer, viewer.fills_in)
    hidden = [name for name in cases_of(viewer) if name in names and SEE not in held(viewer, name)]
    for case in map(ground.case, hidden):
        for ask in asked_about(case):
            of_none = replace(ask, path=ask.path.replace(case.reference, UNKNOWN))
            there, nowhere = (
                heard(client, viewer, viewer.fills_in, one, afresh=afresh).plain for one in (ask, of_none)
            )
            if there != nowhere:
                yield ask.key


@contextmanager
def shut_out_of_own(ground: Ground, name: str) -> Iterator[Viewer]:
    """Somebody who would see a case, while they are shut out of it."""
    with undone():
        by, at = officer("supervisor"), timezone.now()
        shut_out(case=ground.case("own"), by=by, at=at, officer=officer(name), relation="relative")
        yield replace(BY_NAME[name], own=NOTHING)


def test_it_answers_who_is_shut_out_as_if_the_case_were_not_there(ground: Ground) -> None:
    with shut_out_of_own(ground, "intake") as viewer:
        assert list(told_apart(ground, viewer, ["own"], afresh=True)) == []


@pytest.mark.parametrize("name", ["intake", "clerk", "manager"])
def test_it_lists_and_finds_nothing_for_who_is_shut_out(ground: Ground, name: str) -> None:
    assert "/cases/" in body(browser_of(BY_NAME[name], "en"), Ask("find", "/find/", data={"q": "C-"}))
    with shut_out_of_own(ground, name) as viewer:
        test_it_lists_and_finds_nothing_of_a_hidden_case(ground, viewer)


@each
def test_it_lists_and_finds_nothing_of_a_hidden_case(ground: Ground, viewer: Viewer) -> None:
    client = browser_of(viewer, "en")
    pages = [ask for name in routes() if name not in ABOUT_A_CASE for ask in asks(name, ground.case("own"))]
    said = [body(client, ask) for ask in pages if ask.method == "GET"]
    for name in CASES:
        case = ground.case(name)
        if SEE not in held(viewer, name):
            asked = Ask("find", "/find/", data={"q": case.court_number})
            assert [
                page for page in [*said, body(client, asked)] if f"/cases/{case.reference}/" in page
            ] == []


def body(client: Client, ask: Ask) -> str:
    return str(answered(client, ask)[1].content.decode())  # type: ignore[attr-defined]  # every answer here is whole


@pytest.mark.parametrize("words", [HOME.postcode, PHONE, HOME.street])
def test_it_finds_nobody_by_where_they_are(ground: Ground, words: str) -> None:
    client = browser_of(BY_NAME["intake"], "en")
    assert "/cases/C-" not in body(client, Ask("find", "/find/", data={"q": words}))


def test_it_shows_that_a_hidden_case_could_be_noticed(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = seen_by

    def forbidden(officer: Officer, reference: str) -> object:
        if whole(officer, reference) is None and Case.objects.filter(reference=reference).exists():
            raise PermissionDenied
        return whole(officer, reference)

    monkeypatch.setattr("lles.casefile.views.sight.seen_by", forbidden)
    assert any(told_apart(ground, BY_NAME["teammate"], afresh=True))


def test_it_shows_that_a_right_too_many_would_be_noticed(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lles.casefile.views.people.Whereabouts.needs", SEE)
    assert any(against_the_table(ground, BY_NAME["auditor"], cases_of(BY_NAME["auditor"]), afresh=True))
