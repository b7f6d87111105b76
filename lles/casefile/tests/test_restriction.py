"""Who sees a case: restricting it, naming people, shutting one out; the page for those who decide on it."""

import random
from collections.abc import Callable
from datetime import datetime

import pytest

from lles.casefile import access
from lles.casefile.access import Verb, holds_over, may
from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.changes.restriction import (
    AlreadySo,
    NotOneself,
    OutOfReach,
    end_naming,
    let_in,
    name_person,
    seal,
    shut_out,
    unseal,
)
from lles.casefile.models import Case, Entry, KeptSight, Officer, Party, Restriction
from lles.casefile.queries.restriction import to_be_named, who_decides
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of

WHY = "The father works in this office."
PAGE = "/cases/C-2288/access/"
Officers = Callable[..., Officer]


@pytest.fixture
def clerk(officer_with: Officers) -> Officer:
    """A clerk whose role reaches the case."""
    return officer_with("checks_clerk", username="clerk")


@pytest.fixture
def head(officer_with: Officers) -> Officer:
    """The head of the area of the case."""
    return officer_with("head_of_area", username="head")


def test_it_is_for_the_officer_those_who_decide_and_those_named(
    case: Case,
    own: Officer,
    manager: Officer,
    head: Officer,
    clerk: Officer,
    officer_with: Officers,
    now: datetime,
) -> None:
    auditor, intake = officer_with("auditor"), officer_with("intake_administrator")
    assert all(may(one, Verb.SEE, case) for one in (own, manager, head, clerk, auditor, intake))
    seal(case=case, by=manager, at=now, reason=WHY, named=[clerk])
    assert all(may(one, Verb.SEE, case) for one in (own, manager, head, clerk))
    assert may(clerk, Verb.WORK, case)
    assert not may(clerk, Verb.APPROVE, case)  # naming gives no verb one does not hold
    assert not any(may(one, Verb.SEE, case) for one in (auditor, intake))
    name_person(case=case, by=manager, at=now, officer=auditor)
    assert may(auditor, Verb.SEE, case)
    end_naming(case=case, by=manager, at=now, named=KeptSight.objects.get(officer=auditor), reason="Audited.")
    assert not may(auditor, Verb.SEE, case)
    unseal(case=case, by=manager, at=now, reason="He has left.")
    assert all(may(one, Verb.SEE, case) for one in (auditor, intake))
    seal(case=case, by=manager, at=now, reason=WHY)
    assert not may(clerk, Verb.SEE, case)  # who was named once is not named again by that


def test_naming_gives_nobody_a_reach(
    case: Case, manager: Officer, teammate: Officer, stranger: Officer, now: datetime
) -> None:
    for officer in (teammate, stranger):
        with pytest.raises(OutOfReach):
            seal(case=case, by=manager, at=now, reason=WHY, named=[officer])
    assert not Restriction.objects.exists()
    KeptSight.objects.create(case=case, officer=teammate, began_at=now, began_by=manager)
    Case.objects.filter(pk=case.pk).update(sealed=True)
    assert not may(teammate, Verb.SEE, case)


def test_who_is_shut_out_is_out_whatever_else(
    case: Case, manager: Officer, head: Officer, clerk: Officer, now: datetime
) -> None:
    seal(case=case, by=manager, at=now, reason=WHY, named=[clerk])
    for officer in (clerk, head):
        made = shut_out(case=case, by=manager, at=now, officer=officer, relation="relative")
        assert not may(officer, Verb.SEE, case)
        assert officer not in [*who_decides(case), *to_be_named(case)]
        let_in(case=case, by=manager, at=now, exclusion=made, reason="A mistake.")
        assert may(officer, Verb.SEE, case)


@pytest.mark.parametrize("seed", range(5))
def test_no_run_of_decisions_locks_everybody_out(
    seed: int, case: Case, own: Officer, manager: Officer, head: Officer, clerk: Officer,
    officer_with: Officers, now: datetime,
) -> None:  # fmt: skip
    people, chance = [own, manager, head, clerk, officer_with("practice_supervisor")], random.Random(seed)
    for _ in range(40):
        by, whom = chance.choice(people), chance.choice(people)
        standing = case.exclusions.filter(officer=whom, ended_at=None).first()
        try:
            if chance.random() < 0.3:
                seal(case=case, by=by, at=now, reason=WHY)
            elif standing and chance.random() < 0.3:
                let_in(case=case, by=by, at=now, exclusion=standing, reason=WHY)
            else:
                shut_out(case=case, by=by, at=now, officer=whom, relation="other")
        except (NotAllowed, NotOneself, AlreadySo):
            continue
        assert any(may(one, Verb.APPROVE, case) for one in people)


def test_what_the_lists_say_agrees_with_what_the_queries_let_through(
    case: Case, own: Officer, manager: Officer, stranger: Officer, officer_with: Officers
) -> None:
    roles = [officer_with(role, username=f"the-{role}") for role in access.roles() if role != "the_service"]
    for one in (own, manager, stranger, *roles):
        for verb in Verb:
            assert holds_over(one, verb, case) == may(one, verb, case), (one, verb)


def test_the_reason_is_not_on_the_timeline(
    case: Case, manager: Officer, clerk: Officer, now: datetime
) -> None:
    seal(case=case, by=manager, at=now, reason=WHY, named=[clerk])
    made = shut_out(case=case, by=manager, at=now, officer=clerk, relation="relative", words=WHY)
    let_in(case=case, by=manager, at=now, exclusion=made, reason=WHY)
    unseal(case=case, by=manager, at=now, reason=WHY)
    facts = str(list(Entry.objects.filter(case=case).values_list("facts", flat=True)))
    assert clerk.name in facts
    assert WHY not in facts
    assert "relative" not in facts
    assert Restriction.objects.get().end_reason == WHY


@pytest.mark.parametrize("who", ["own", "clerk"])
def test_the_page_is_for_those_who_decide(who: str, case: Case, request: pytest.FixtureRequest) -> None:
    client = client_of(request.getfixturevalue(who))
    assert client.get(PAGE).status_code == 403
    assert PAGE not in text_of(client, "/cases/C-2288/")


@pytest.mark.parametrize(("language", "tag"), [("en", "Restricted"), ("cy", "Cyfyngedig")])
def test_a_manager_restricts_it_names_somebody_and_lifts_it(
    language: str, tag: str, case: Case, own: Officer, manager: Officer, clerk: Officer
) -> None:
    client = client_of(manager, language)
    assert PAGE in text_of(client, "/cases/C-2288/")
    assert "govuk-tag--red" not in text_of(client, PAGE)
    assert "govuk-error-summary" in said(fill(client, f"{PAGE}restrict/"))
    assert fill(client, f"{PAGE}restrict/", reason=WHY, named=[str(clerk.pk)]).status_code == 302
    page = text_of(client, PAGE)
    assert all(part in page for part in (WHY, own.name, manager.name, clerk.name, tag))
    for path in ("/cases/C-2288/", "/cases/C-2288/tasks/"):
        band = text_of(client_of(clerk, language), path).split("lles-case__names", 1)[1].split("</", 3)
        assert tag in "".join(band)
    named = KeptSight.objects.get()
    assert fill(client, f"{PAGE}named/{named.pk}/end/", reason="Done.").status_code == 302
    assert client_of(clerk).get("/cases/C-2288/").status_code == 404
    assert fill(client, f"{PAGE}name/", named=str(clerk.pk)).status_code == 302
    assert client_of(clerk).get("/cases/C-2288/").status_code == 200
    assert fill(client, f"{PAGE}lift/", reason="Over.").status_code == 302
    case.refresh_from_db()
    assert not case.sealed


def test_a_manager_shuts_somebody_out_and_lets_them_in(
    case: Case, own: Officer, manager: Officer, mother: Party
) -> None:
    client = client_of(manager)
    given = {"person": "own", "relation": "neighbour", "whom": f"party:{mother.pk}", "words": "Next door."}
    assert fill(client, f"{PAGE}shut-out/", **given).status_code == 302
    assert client_of(own).get("/cases/C-2288/").status_code == 404
    case.refresh_from_db()
    assert case.officer_id is None  # taken from them
    page = text_of(client, PAGE)
    assert f"a neighbour ({mother.name})" in page
    assert "Next door." in page
    made = case.exclusions.get()
    assert fill(client, f"{PAGE}shut-out/{made.pk}/end/", reason="They moved.").status_code == 302
    answer = client.get(f"{PAGE}shut-out/{made.pk}/end/", follow=True)
    assert "It stands so already" in said(answer)


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ({"relation": "relative"}, "Choose of whom"),
        ({"relation": "relative", "whom": "party:0"}, "party:0 is not one of the available choices"),
        ({"relation": "relative", "whom": "else"}, "Write of whom"),
        ({"relation": "other", "whom": "else"}, "what they have to do with the case"),
    ],
)
def test_the_ground_names_somebody(
    case: Case, own: Officer, manager: Officer, typed: dict[str, str], missing: str
) -> None:
    client = client_of(manager)
    assert missing in summary_of(fill(client, f"{PAGE}shut-out/", person="own", **typed))
    assert not case.exclusions.exists()
    whole = {**typed, "whom": "else", "words": "Her sister."}
    assert fill(client, f"{PAGE}shut-out/", person="own", **whole).status_code == 302
    assert case.exclusions.get().of_whom == ""


@pytest.mark.parametrize("language", ["en", "cy"])
def test_who_is_let_in_again_does_not_read_that_they_were_shut_out(
    case: Case, own: Officer, manager: Officer, teammate: Officer, clerk: Officer, language: str
) -> None:
    client = client_of(manager)
    for person in ("own", "clerk"):
        given = {"person": person, "relation": "other", "whom": "else", "words": WHY}
        assert fill(client, f"{PAGE}shut-out/", **given).status_code == 302
    for made in case.exclusions.all():
        fill(client, f"{PAGE}shut-out/{made.pk}/end/", reason="A mistake.")
    Case.objects.update(officer=own)
    shut = {"en": "shut out of this case", "cy": "gau allan o'r achos hwn"}[language]

    def told(reader: Officer, page: str) -> str:
        lines = text_of(client_of(reader, language), f"/cases/C-2288/{page}").split("<p")
        return "".join(line for line in lines if shut in line)

    for page in ("", "timeline/", "timeline/?kind=access"):
        assert clerk.name in told(own, page)
        assert own.name not in told(own, page)
        assert own.name in told(manager, page)


def test_it_says_whom_it_does_not_know_and_that_nobody_shuts_themselves_out(
    case: Case, manager: Officer, officer_with: Officers
) -> None:
    officer_with("practitioner", username="ann one")
    officer_with("practitioner", username="ann two")
    client, given = client_of(manager), {"relation": "other", "whom": "else", "words": WHY}
    for person, says in (
        ("nobody at all", "Nobody here has that name"),
        ("ann", "Several have that name"),
        ("manager", "You cannot shut yourself out"),
    ):
        assert says in summary_of(fill(client, f"{PAGE}shut-out/", person=person, **given))
    assert not case.exclusions.exists()


def test_a_second_window_is_told(case: Case, manager: Officer, head: Officer, now: datetime) -> None:
    client = client_of(manager)
    seal(case=case, by=head, at=now, reason=WHY)
    with pytest.raises(Stale):
        unseal(case=case, by=manager, at=now, reason=WHY, seen=case.version - 1)
    answer = client.post(f"{PAGE}restrict/", {"reason": "Mine.", "seen": "0", "seen_entry": "0"})
    assert answer.status_code == 409
    assert "Mine." in said(answer)
    assert "It stands so already" in said(client.get(f"{PAGE}restrict/", follow=True))


def test_the_summary_names_the_managers_of_the_office_but_none_who_is_shut_out(
    case: Case, own: Officer, manager: Officer, officer_with: Officers, now: datetime
) -> None:
    other = officer_with("service_manager", username="zoe")
    client = client_of(own)
    assert f"{manager.name}, {other.name}" in text_of(client, "/cases/C-2288/")
    shut_out(case=case, by=manager, at=now, officer=other, relation="relative")
    assert f"{manager.name}, {other.name}" not in text_of(client, "/cases/C-2288/")
