"""Where people can be found, as they tell us: a new place, protection at once, and who opens what."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lles.casefile import locations
from lles.casefile.changes.door import Barred, NotAllowed, Stale
from lles.casefile.changes.whereabouts import (
    ask_to_open,
    decide_opening,
    protect_whereabouts,
    record_whereabouts,
)
from lles.casefile.models import Case, ConfidentialityStatement, Officer, Party
from lles.casefile.rules.whereabouts import Told
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of

NEW = ("31 Rhodfa'r Wennol", "Wrexham", "LL13 9ZZ")


def owner_of(party: Party) -> str:
    return f"party:{party.pk}"


def current(case: Case, owner: str, kind: str = locations.ADDRESS) -> list[tuple[str, ...]]:
    held = locations.of_case(case, owner)
    return [one.lines for one in held if one.current and one.kind == kind]


def asked(
    case: Case, by: Officer, at: datetime, owner: str, about: str = "phone"
) -> ConfidentialityStatement:
    return ask_to_open(
        case=case, by=by, at=at, owner=owner, about=about, made_by="person", made_on=at.date(), words="Cewch."
    )


def is_open(case: Case, owner: str, about: str) -> bool:
    return locations.guards(locations.of_case(case, owner), owner)[about] == locations.OPEN


def test_a_new_address_takes_the_place_of_the_old_and_stands_in_no_line(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    owner = owner_of(mother)
    record_whereabouts(case=case, by=own, at=now, owner=owner, told=Told(locations.ADDRESS, NEW, None))
    assert current(case, owner) == [NEW]
    assert case.entries.filter(kind="whereabouts_recorded").count() == 1
    assert not any(line in str(list(case.entries.values("facts"))) for line in NEW if line != "Wrexham")


def test_what_the_court_still_sends_is_not_current_again(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    owner = owner_of(mother)
    old = current(case, owner)[0]
    record_whereabouts(case=case, by=own, at=now, owner=owner, told=Told(locations.ADDRESS, NEW, None))
    locations.keep(case, [locations.Detail(owner, locations.ADDRESS, old, True, "party")], now)
    assert current(case, owner) == [NEW]
    moved_on = ("8 Lôn Newydd", "Mold", "CH7 9ZZ")
    locations.keep(case, [locations.Detail(owner, locations.ADDRESS, moved_on, True, "party")], now)
    assert moved_on in current(case, owner)


def test_a_refuge_is_kept_as_one_and_for_good(case: Case, own: Officer, father: Party, now: datetime) -> None:
    owner = owner_of(father)
    told = Told(locations.ADDRESS, NEW, True, refuge=True)
    record_whereabouts(case=case, by=own, at=now, owner=owner, told=told)
    with pytest.raises(Barred, match="refuge stays protected"):
        asked(case, own, now, owner, locations.ADDRESS)


def test_one_officer_protects_at_once(case: Case, own: Officer, father: Party, now: datetime) -> None:
    owner = owner_of(father)
    locations.keep(case, [locations.Detail(owner, locations.PHONE, ("07700 900456",), False, "phone")], now)
    assert is_open(case, owner, "phone")
    protect_whereabouts(case=case, by=own, at=now, owner=owner, about="phone")
    assert not is_open(case, owner, "phone")


def test_a_statement_opens_nothing_before_a_second_person_confirms_it(
    case: Case, own: Officer, manager: Officer, mother: Party, now: datetime
) -> None:
    owner = owner_of(mother)
    statement = asked(case, own, now, owner)
    assert not is_open(case, owner, "phone")
    assert case.tasks.get(kind="casefile.confirm_opening").ended_at is None
    with pytest.raises(NotAllowed):
        decide_opening(case=case, by=own, at=now, statement=statement, confirmed=True)
    decide_opening(case=case, by=manager, at=now, statement=statement, confirmed=True)
    assert is_open(case, owner, "phone")
    assert not is_open(case, owner, "address")
    assert case.tasks.get(kind="casefile.confirm_opening").ended_at is not None
    with pytest.raises(Stale):
        decide_opening(case=case, by=manager, at=now, statement=statement, confirmed=False)


@pytest.mark.parametrize("since", ["told", "protected", "from the court"])
def test_a_statement_opens_nothing_that_came_after_it(
    case: Case, own: Officer, manager: Officer, mother: Party, now: datetime, since: str
) -> None:
    owner = owner_of(mother)
    statement, lines = asked(case, own, now, owner, "address"), ("31 Rhodfa'r Wennol", "Mold", "CH7 9ZZ")
    if since == "told":
        record_whereabouts(case=case, by=own, at=now, owner=owner, told=Told("address", lines, None))
    elif since == "protected":
        protect_whereabouts(case=case, by=own, at=now, owner=owner, about="address")
    else:
        locations.keep(case, [locations.Detail(owner, locations.ADDRESS, lines, True, "party")], now)
    with pytest.raises(Barred, match="Ask the person again"):
        decide_opening(case=case, by=manager, at=now, statement=statement, confirmed=True)
    assert not is_open(case, owner, "address")
    again = asked(case, own, now, owner, "address")
    decide_opening(case=case, by=manager, at=now, statement=again, confirmed=True)
    assert is_open(case, owner, "address")


def test_who_asked_does_not_confirm(case: Case, manager: Officer, mother: Party, now: datetime) -> None:
    owner = owner_of(mother)
    statement = asked(case, manager, now, owner)
    with pytest.raises(Barred, match="second person"):
        decide_opening(case=case, by=manager, at=now, statement=statement, confirmed=True)
    waiting = ConfidentialityStatement.objects.filter(pk=statement.pk)
    with pytest.raises(IntegrityError, match="a_detail_is_opened_by_a_second_person"), transaction.atomic():
        waiting.update(outcome="confirmed", decided_by=manager)
    decide_opening(case=case, by=manager, at=now, statement=statement, confirmed=False)
    assert not is_open(case, owner, "phone")


def test_what_is_open_needs_no_opening(case: Case, own: Officer, father: Party, now: datetime) -> None:
    owner = owner_of(father)
    locations.keep(case, [locations.Detail(owner, locations.PHONE, ("07700 900456",), False, "phone")], now)
    with pytest.raises(Barred):
        asked(case, own, now, owner)


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("court"), st.sampled_from((None, False, True)), st.integers(0, 1)),
        st.tuples(st.just("told"), st.sampled_from((None, False, True)), st.integers(0, 1)),
        st.tuples(st.sampled_from(("protect", "ask", "confirm", "refuse", "refuge")), st.none(), st.just(0)),
    ),
    max_size=9,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_nothing_said_in_any_order_opens_what_two_persons_did_not(
    case: Case,
    own: Officer,
    manager: Officer,
    father: Party,
    now: datetime,
    acts: list[tuple[str, bool | None, int]],
) -> None:
    with undone():
        expected = Oracle()
        for act, flag, place in acts:
            done = do(case, own, manager, owner_of(father), now, act, flag, place)
            expected.hear(act, flag, place, done=done)
        held = locations.guards(locations.of_case(case, owner_of(father)), owner_of(father))
        assert (held.get("address", locations.PROTECTED) == locations.OPEN) <= expected.may_be_open


class Oracle:
    """When an address may be open at all, said apart from the code: everybody said so each time; or one
    person asked for it and another opened it, and since it was asked for no new place came and nobody asked
    anew for it to be kept private."""

    def __init__(self) -> None:
        self.said: list[bool | None] = []
        self.last: dict[tuple[str, int], bool | None] = {}
        self.asked = self.two_persons = self.refuge = False

    def hear(self, act: str, flag: bool | None, place: int, *, done: bool) -> None:
        if act in ("court", "told"):
            is_new_place = (act, place) not in self.last
            is_asked_anew = flag is True and (act == "told" or self.last.get((act, place)) is not True)
            self.two_persons = self.two_persons and not is_new_place and not is_asked_anew
            self.asked = self.asked and not is_new_place and not is_asked_anew
            self.said.append(flag)
            self.last[act, place] = flag
        if act == "protect" and self.said:
            self.said.append(True)
            self.two_persons = self.asked = False
        self.refuge = self.refuge or act == "refuge"
        self.asked = self.asked or (act == "ask" and done)
        self.two_persons = self.two_persons or (act == "confirm" and done and self.asked)

    @property
    def may_be_open(self) -> bool:
        return not self.refuge and bool(self.said) and (self.two_persons or set(self.said) == {False})


def do(
    case: Case, own: Officer, manager: Officer, owner: str, at: datetime, act: str, flag: bool | None, n: int
) -> bool:
    lines = (f"{n + 1} Long Road", "Chester", "CH1 9ZZ")
    waiting = ConfidentialityStatement.objects.filter(case=case, outcome="").first()
    try:
        if act == "court":
            locations.keep(case, [locations.Detail(owner, locations.ADDRESS, lines, flag, "party")], at)
        elif act in ("told", "refuge"):
            told = Told(locations.ADDRESS, lines, flag, refuge=act == "refuge")
            record_whereabouts(case=case, by=own, at=at, owner=owner, told=told)
        elif act == "protect":
            protect_whereabouts(case=case, by=own, at=at, owner=owner, about="address")
        elif act == "ask":
            asked(case, own, at, owner, "address")
        elif waiting is None:
            return False
        else:
            decide_opening(case=case, by=manager, at=at, statement=waiting, confirmed=act == "confirm")
    except Barred:
        return False
    return True


@contextmanager
def undone() -> Iterator[None]:
    """What is done inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def path(case: Case, mother: Party) -> str:
    return f"/cases/{case.reference}/people/party-{mother.pk}"


TYPED = {"kind": "address", "text": "\n".join(NEW), "private": "yes", "replaces": "yes", "said_by": "person"}


def test_the_page_records_and_shows_nothing_of_it(case: Case, own: Officer, path: str, mother: Party) -> None:
    client = client_of(own)
    answer = fill(client, f"{path}/whereabouts/", **TYPED)
    assert answer.status_code == 302
    assert current(case, owner_of(mother)) == [NEW]
    for page in ("people", "timeline"):
        assert "Wennol" not in text_of(client, f"/cases/{case.reference}/{page}/")


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        ("address", "", "Rhowch y cyfeiriad, y rhif neu'r cyfeiriad e-bost"),
        ("address", "Wrecsam", "Rhowch gyfeiriad cyfan, nid un gair"),
        ("phone", "31 Rhodfa'r Wennol", "Rhowch un rhif ffôn"),
        ("email", "mari at example", "Rhowch un cyfeiriad e-bost"),
    ],
)
def test_what_does_not_look_like_it_is_said_and_kept(
    own: Officer, path: str, kind: str, text: str, says: str
) -> None:
    answer = fill(client_of(own, "cy"), f"{path}/whereabouts/", **TYPED | {"kind": kind, "text": text})
    assert says in summary_of(answer)
    assert text in said(answer)


def test_two_persons_open_a_detail_on_their_pages(
    case: Case, own: Officer, manager: Officer, path: str, mother: Party, now: datetime
) -> None:
    typed = {"about": "phone", "made_by": "person", "words": "They may ring me."}
    assert (
        fill(client_of(own), f"{path}/may-be-told/", **typed, **day("made_on", now.date())).status_code == 302
    )
    statement = ConfidentialityStatement.objects.get()
    page = f"/cases/{case.reference}/people/statements/{statement.pk}/"
    assert client_of(own).get(page).status_code == 403
    today = text_of(client_of(manager), "/")
    assert "Decide whether a protected detail may be told" in today
    assert "They may ring me." in text_of(client_of(manager), page)
    assert fill(client_of(manager), page, confirmed="yes").status_code == 302
    assert is_open(case, owner_of(mother), "phone")


def test_protecting_is_one_press(case: Case, own: Officer, father: Party, now: datetime) -> None:
    owner = owner_of(father)
    locations.keep(case, [locations.Detail(owner, locations.PHONE, ("07700 900456",), False, "phone")], now)
    people = f"/cases/{case.reference}/people/"
    assert "Protect: Telephone number" in text_of(client_of(own), people)
    answer = client_of(own).post(f"{people}party-{father.pk}/protect/", {"about": "phone"}, follow=True)
    assert "Protected from now on: Gareth Bevan" in said(answer)
    assert not is_open(case, owner, "phone")


@pytest.mark.parametrize("who", ["party-0", "nobody", "party-x", "child-999999"])
def test_nobody_of_another_case_is_reached(case: Case, own: Officer, who: str) -> None:
    assert client_of(own).get(f"/cases/{case.reference}/people/{who}/whereabouts/").status_code == 404
