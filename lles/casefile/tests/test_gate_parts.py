"""The gate and a part of a protected address: what tells it is refused, what may leaves with a reason."""

from datetime import datetime
from functools import partial

import pytest

from lles.casefile import gate, locations
from lles.casefile.changes.door import NeedsReason
from lles.casefile.changes.filing import seal_documents
from lles.casefile.changes.serving import open_serving, record_served
from lles.casefile.models import Case, Check, Disclosure, Officer, Party
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.rules.parts_weighed import PARTS
from lles.casefile.tests.pdfs import note

HOME = ("80 Asterleigh Close", "Larkenby", "Chester", "CH2 1ZZ")
IN_DENBIGHSHIRE = ("7 Tan y Bryn", "Ruthin", "LL15 4ZZ")
SENTENCES = {
    "He lives in Larkenby.": "town",
    "He lives near CH2.": "district",
    "It is number 80 in the Close, Larkenby.": "street",
    "Mae'n byw yn Larkenby.": "town",
}
WEAK = "She says that he lives in Chester now."


@pytest.fixture
def home(case: Case, father: Party, now: datetime) -> None:
    """The father's protected address, in the town of the court."""
    where = locations.Detail(f"party:{father.pk}", locations.ADDRESS, HOME, True, "party")
    locations.keep(case, [where], now)


@pytest.mark.parametrize("reader", ["court", "applicant-1"])
@pytest.mark.parametrize("said", SENTENCES)
def test_it_refuses_a_part_with_its_place_and_the_reason(
    home: None, case: Case, now: datetime, said: str, reader: str
) -> None:
    found = [one for one in gate.refusals(case, note(said, now, reader)) if "page" in one.place]
    assert SENTENCES[said] in {one.kind for one in found}
    for one in found:
        assert "Larkenby" not in str(one.said().facts)
        assert one.reason.en != one.reason.cy


@pytest.mark.parametrize("said", SENTENCES)
def test_who_lives_there_may_read_it(home: None, case: Case, now: datetime, said: str) -> None:
    assert gate.refusals(case, note(said, now, "respondent-1")) == ()


def test_the_town_of_the_court_passes_where_nobody_is_said_to_live_there(
    home: None, case: Case, now: datetime
) -> None:
    made = note("The hearing is in Chester.", now, "applicant-1")
    assert (gate.refusals(case, made), gate.part_findings(case, [made])) == ((), ())


def test_a_weak_part_leaves_with_a_reason_alone_and_stands_in_the_ledger(
    home: None, case: Case, own: Officer, now: datetime
) -> None:
    made = note(WEAK, now, "applicant-1")
    (finding, *_) = gate.part_findings(case, [made])
    assert (finding.provision, finding.warns) == (PARTS, True)
    assert "Gareth Bevan" in finding.says.en
    with pytest.raises(gate.GateRefused) as refused:
        gate.release(case, made, basis="party", purpose="serve", by=own, at=now)
    assert {one.kind for one in refused.value.refusals} == {"part"}
    gate.release(case, made, basis="party", purpose="serve", by=own, at=now, weighed=True)
    row = Disclosure.objects.filter(purpose="part").first()
    assert row is not None
    assert "Chester" not in row.what
    gate.release(case, made, basis="party", purpose="hand over", by=own, at=now)


@pytest.mark.parametrize("said", ["She lives in Denbighshire.", "///filled.count.soap", "53.04512, -2.99213"])
def test_the_area_of_a_home_and_a_place_on_a_map_leave_with_a_reason_alone(
    case: Case, own: Officer, father: Party, now: datetime, said: str
) -> None:
    made = note(said, now, "applicant-1")
    where = locations.Detail(f"party:{father.pk}", locations.ADDRESS, IN_DENBIGHSHIRE, True, "party")
    locations.keep(case, [where], now)
    (finding, *_) = gate.part_findings(case, [made])
    assert (finding.provision, finding.warns) == (PARTS, True)
    with pytest.raises(gate.GateRefused) as refused:
        gate.release(case, made, basis="party", purpose="serve", by=own, at=now)
    assert {one.kind for one in refused.value.refusals} == {"part"}
    gate.release(case, made, basis="party", purpose="serve", by=own, at=now, weighed=True)
    assert not any("filled" in row.what or "enbigh" in row.what for row in Disclosure.objects.all())


def test_a_reason_for_other_bytes_is_none_for_these(
    home: None, case: Case, own: Officer, now: datetime
) -> None:
    gate.release(
        case, note(WEAK, now, "applicant-1"), basis="party", purpose="serve", by=own, at=now, weighed=True
    )
    other = note(f"{WEAK} Again.", now, "applicant-1")
    with pytest.raises(gate.GateRefused):
        gate.release(case, other, basis="party", purpose="serve", by=own, at=now)


def test_what_became_protected_after_sealing_asks_for_a_reason_at_serving(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    made = [note(WEAK, now, "applicant-1")]
    (document,) = seal_documents(case=case, by=own, at=now, kind="note", made=made, court_type="")
    (serving,) = open_serving(
        case=case, by=own, at=now, kind="note", version=document.version, found_safe=True
    )
    where = locations.Detail(f"party:{father.pk}", locations.ADDRESS, HOME, True, "party")
    locations.keep(case, [where], now)
    (finding, *_) = gate.unweighed_findings(case, [gate.sealed(document)])
    assert finding.provision == PARTS
    serve = partial(record_served, case=case, by=own, at=now, serving=serving, way="at_court", served_at=now)
    with pytest.raises(NeedsReason, match=r"may tell where"):
        serve()
    serve(reasons={PARTS: "She has lived there with him."})
    (entry,) = case.entries.filter(kind="served")
    assert "She has lived there with him." in str(entry.facts)


def test_what_is_typed_becomes_a_mark_where_it_tells_the_place(home: None, case: Case, father: Party) -> None:
    names = {f"party:{father.pk}": father.name}
    typed = [
        locations.Words("He was seen in Larkenby again.", "en"),
        locations.Words("Aeth i Larkenby.", "cy"),
    ]
    marked = locations.with_marks(case, typed, names)
    assert marked.texts == (
        "He was seen in [part of the address of Gareth Bevan] again.",
        "Aeth i [rhan o gyfeiriad Gareth Bevan].",
    )
    weak = [locations.Words(WEAK, "en")]
    assert locations.with_marks(case, weak, names).texts == (WEAK,)


def test_words_with_a_telling_part_stay_closed_on_every_page(home: None, case: Case) -> None:
    closed = ClosedWords(case)
    assert closed("He lives in Larkenby.")
    assert not closed("The hearing in Chester was long.")


@pytest.mark.parametrize(
    "said", ["Cheshire West and Chester Council was told.", "Known to Chester social services."]
)
def test_a_council_that_a_party_is_not_told_of_is_refused(
    home: None, case: Case, father: Party, now: datetime, said: str
) -> None:
    Check.objects.create(
        case=case, party=father, kind="local_authority", body="cheshire-west-and-chester", opened_at=now
    )
    kinds = {one.kind for one in gate.refusals(case, note(said, now, "applicant-1"))}
    assert ("body" in kinds) == ("Council" in said)
    assert gate.refusals(case, note(said, now, "respondent-1")) == ()


OF_CHESTER = (
    "Cheshire West and Chester Council was told.", "CWaC wrote.", "Cheshire Police came.",
    "Heddlu Swydd Gaer, sef Cheshire Constabulary.",
)  # fmt: skip


@pytest.mark.parametrize("said", OF_CHESTER)
def test_the_bodies_of_a_protected_home_are_refused_though_nobody_asked_them(
    home: None, case: Case, mother: Party, now: datetime, said: str
) -> None:
    assert "body" in {one.kind for one in gate.refusals(case, note(said, now, "applicant-1"))}
    assert "body" in {one.kind for one in gate.refusals(case, note(said, now, "provider"))}
    assert gate.refusals(case, note(said, now, "respondent-1")) == ()
    own = locations.Detail(f"party:{mother.pk}", locations.ADDRESS, ("1 Low Road", "Northwich"), True, "x")
    locations.keep(case, [own], now)
    assert "body" not in {one.kind for one in gate.refusals(case, note(said, now, "applicant-1"))}


@pytest.mark.parametrize("name", ["Denbighshire", "Sir Ddinbych"])
@pytest.mark.parametrize("line", ["Denbighshire", "Sir Ddinbych"])
def test_the_area_of_a_protected_home_is_weighed_by_both_names(
    case: Case, father: Party, now: datetime, name: str, line: str
) -> None:
    lives = note(f"He lives in {name}.", now, "applicant-1")
    assert gate.part_findings(case, [lives]) == ()
    where = locations.Detail(f"party:{father.pk}", locations.ADDRESS, ("4 Mill Bank", line), True, "party")
    locations.keep(case, [where], now)
    assert gate.part_findings(case, [lives]) != ()


def test_our_office_is_not_what_a_reader_knows(case: Case, now: datetime) -> None:
    """The office and the mother's protected home are in Wrexham, and no paper says where the office is."""
    assert case.office is not None
    made = note(f"The {case.office.name_en} office.", now, "respondent-1")
    assert "town" in {one.kind for one in gate.refusals(case, made)}


def test_a_council_that_nobody_asked_is_told(home: None, case: Case, now: datetime) -> None:
    assert gate.refusals(case, note("Cardiff Council was told.", now, "applicant-1")) == ()


@pytest.mark.parametrize(
    "street", ["12 Stryd y Bont", "6 Page Street", "3 Bold Street", "9 Span Close", "1 Heol y Font"]
)
def test_a_street_is_not_found_in_the_words_of_which_every_file_is_made(
    street: str, case: Case, father: Party, now: datetime
) -> None:
    where = locations.Detail(f"party:{father.pk}", locations.ADDRESS, (street, "CH2 1ZZ"), True, "party")
    locations.keep(case, [where], now)
    for reader in ("court", "applicant-1"):
        clean = note("The hearing is on 9 April 2026. Page 1 of 2", now, reader)
        assert (gate.refusals(case, clean), gate.part_findings(case, [clean])) == ((), ())
        assert gate.refusals(case, note(f"They met at {street}.", now, reader))
