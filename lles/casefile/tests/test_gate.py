"""The gate: final bytes, one named reader, every refusal with its place and reason."""

import io
from dataclasses import replace
from datetime import datetime

import pikepdf
import pytest

from lles.casefile import gate, locations
from lles.casefile.changes.filing import seal_documents
from lles.casefile.documents import Made
from lles.casefile.models import Case, Disclosure, Document, Officer, Party
from lles.casefile.queries.reading import Readings
from lles.casefile.tests.pdfs import note

FORMS = (
    *("LL11 1ZZ", "ll111zz", "7 Heol y Dŵr", "7, Heol y Dwr"),
    *("07700 900123", "+44 7700 900 123", "07700-900123"),
    *("sian.morris@example.org", "SIAN.MORRIS@EXAMPLE.ORG"),
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("reader", ["court", "respondent-1"])
def test_it_refuses_a_protected_detail_in_any_written_form(
    form: str, reader: str, case: Case, own: Officer, now: datetime
) -> None:
    made = note(f"She can be found at {form} as before.", now, reader)
    with pytest.raises(gate.GateRefused) as refused:
        gate.release(case, made, basis="party", purpose="serve", by=own, at=now)
    assert refused.value.refusals[0].reader == reader
    assert "page" in refused.value.refusals[0].place
    assert not Disclosure.objects.exists()


def test_it_lets_a_clean_document_out_and_writes_the_ledger(case: Case, own: Officer, now: datetime) -> None:
    released = gate.release(
        case,
        note("The hearing is on 9 April 2026.", now),
        basis="court_proceedings",
        purpose="file",
        by=own,
        at=now,
    )
    row = Disclosure.objects.get()
    assert (row.reader, row.sha256, row.basis) == ("court", released.sha256, "court_proceedings")


def test_a_person_may_read_what_is_their_own(case: Case, own: Officer, mother: Party, now: datetime) -> None:
    made = note("Your number is 07700 900123.", now, mother.slug)
    assert gate.refusals(case, made) == ()


def _planted(made: Made, plant: str) -> Made:
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        if plant == "metadata":
            pdf.docinfo["/Subject"] = "7 Heol y Dŵr, LL11 1ZZ"
        else:
            pdf.attachments["list.txt"] = b"call 07700 900123"
        out = io.BytesIO()
        pdf.save(out)
    return replace(made, content=out.getvalue())


@pytest.mark.parametrize("plant", ["metadata", "attachment"])
def test_it_looks_where_no_page_shows(plant: str, case: Case, own: Officer, now: datetime) -> None:
    clean = note("Nothing to see.", now)
    assert gate.refusals(case, clean) == ()
    assert gate.refusals(case, _planted(clean, plant))


def test_it_reads_the_file_name_and_the_title(case: Case, now: datetime) -> None:
    made = replace(note("Nothing to see.", now), title="Letter to LL11 1ZZ")
    assert gate.refusals(case, made)[0].place == "title"


def test_it_refuses_what_it_cannot_read(case: Case, now: datetime) -> None:
    made = replace(note("Nothing to see.", now), content=b"%PDF-1.7 broken")
    assert [refusal.kind for refusal in gate.refusals(case, made)] == ["unreadable"]


def test_a_missing_flag_protects(case: Case, father: Party, now: datetime) -> None:
    detail = locations.Detail(f"party:{father.pk}", locations.PHONE, ("01632 960555",), None, "phone")
    locations.keep(case, [detail], now)
    assert gate.refusals(case, note("Call 01632 960 555.", now, "applicant-1"))


def test_a_basis_is_needed(case: Case, own: Officer, now: datetime) -> None:
    with pytest.raises(ValueError, match="basis"):
        gate.release(case, note("Hello.", now), basis="school_asked", purpose="serve", by=own, at=now)


def test_a_refusal_undoes_the_change_and_stays_on_the_timeline(
    case: Case, own: Officer, now: datetime
) -> None:
    made = [note("Clean.", now), note("She lives at LL11 1ZZ.", now, "respondent-1")]
    with pytest.raises(gate.GateRefused):
        seal_documents(case=case, by=own, at=now, kind="note", made=made, court_type="Position_Statement")
    assert not Document.objects.exists()
    entry = case.entries.get()
    assert entry.kind == "stopped_at_the_gate"
    assert "Gareth Bevan" in str(entry.facts)
    assert "Respondent 1" not in str(entry.facts)
    assert "LL11" not in str(entry.facts)


def test_without_the_gate_the_same_bytes_would_have_left(
    case: Case, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaking = note("She lives at LL11 1ZZ.", now)
    monkeypatch.setattr("lles.casefile.locations.protected_among", lambda kept, reader: ())
    assert gate.refusals(case, leaking) == ()


def test_several_documents_ask_the_store_once_and_each_reader_is_refused_what_is_not_theirs(
    case: Case, mother: Party, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    opened = locations.of_case

    def of_case(one: Case) -> tuple[locations.Kept, ...]:
        asked.append(one.pk)
        return opened(one)

    monkeypatch.setattr(locations, "of_case", of_case)
    readings = Readings(case)
    hers = note("Her number is 07700 900123.", now, mother.slug)
    assert gate.refusals(case, hers, readings) == ()
    assert gate.refusals(case, replace(hers, reader="respondent-1"), readings)
    assert gate.refusals(case, replace(hers, reader="court", language="cy"), readings)
    assert asked == [case.pk]
    other = Case.objects.create(
        reference="C-2299", law="private", received_basis="recorded", pathway="cap", opened_at=now
    )
    gate.refusals(other, note("Nothing to see.", now), readings)
    assert asked == [case.pk, other.pk], "readings of one case are of no use to another"
