"""What the parties have agreed with the officer's help: what stands in the way, what each reader has, what
follows; and the page on which it is written."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.door import NeedsReason, NotAllowed
from lles.casefile.gate import GateRefused, sealed
from lles.casefile.models import Case, Disclosure, Document, Draft, Entry, Filing, Hearing, Officer, Party
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of
from lles.links.pdf_reader import places
from lles.work.first_hearing.changes.agreement import draft_agreement, preview_agreement
from lles.work.first_hearing.models import Agreement
from lles.work.first_hearing.rules.agreement import ChildSaid, Helped, Matter

HELD = datetime(2026, 3, 3, 10, tzinfo=UTC)
REASONS = {"FH-AGREE": "Each of them asked for it.", "DA-CONSENTORDER": "I spoke to both at court."}
WORDS = "He rings Efa on Sundays at four."


@pytest.fixture
def hearing(case: Case) -> Hearing:
    """A first hearing, on the day before."""
    return Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FHR", starts_at=HELD)


@pytest.fixture
def page(case: Case, hearing: Hearing) -> str:
    return f"/cases/{case.reference}/hearings/{hearing.pk}/agree/"


@pytest.fixture
def helped(case: Case, mother: Party) -> Helped:
    """One matter is agreed, another is not; of the children one was heard."""
    efa, macsen = case.children.order_by("pk")
    return Helped(
        "apart", "She was in another room throughout.", "en",
        matters=(
            Matter("Calls", "agreed", WORDS, children=(efa.pk,), whose=(mother.pk,)),
            Matter("Holidays", "not_agreed", remains="Each wants the whole of August.",
                   children=(efa.pk, macsen.pk)),
        ),
        children_said=(ChildSaid(efa.pk, "told_me", "I like Sundays."), ChildSaid(macsen.pk, "not_heard")),
    )  # fmt: skip


def texts(case: Case) -> dict[str, str]:
    made: dict[str, str] = {}
    for one in Document.objects.filter(case=case, kind="agreed_draft"):
        read = " ".join(place.text for place in places(sealed(one).content))
        made[f"{one.reader} {one.language}"] = " ".join(read.split())
    return made


def test_each_reader_has_their_version_and_the_court_decides(
    case: Case, hearing: Hearing, own: Officer, now: datetime, helped: Helped
) -> None:
    draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=helped, reasons=REASONS)
    made = texts(case)
    assert set(made) == {"court en", "court cy", "applicant-1 cy", "respondent-1 en"}
    for words in (
        "This is a draft.", "Only the court can make an order", "Nothing written here is privileged", WORDS,
        "in the words of Siân Morris", "about Efa Bevan and Macsen Bevan", "Each wants the whole of August.",
        "I like Sundays.", "the child told me", "nobody has heard from the child",
        "She was in another room throughout.", "apart, each on their own", "3 March 2026",
    ):  # fmt: skip
        assert words in made["court en"], words
    for words in ("Drafft yw hwn.", "yn freintiedig", "cytunwyd", "ysgrifennwyd yn Saesneg", "3 Mawrth 2026"):
        assert words in made["court cy"], words


def test_what_a_child_has_said_and_why_it_is_safe_stand_in_no_adults_copy(
    case: Case, hearing: Hearing, own: Officer, now: datetime, helped: Helped
) -> None:
    draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=helped, reasons=REASONS)
    made = texts(case)
    for words in ("I like Sundays.", "She was in another room throughout."):
        assert words in made["court en"]
        assert words not in made["respondent-1 en"] + made["applicant-1 cy"]
    assert WORDS in made["respondent-1 en"]
    assert "Copy for Gareth Bevan" in made["respondent-1 en"]
    for trace in ("child has said", "children have said", "not set out"):
        assert trace not in made["respondent-1 en"]
    for trace in ("ddywedodd y plant", "ddywedodd plentyn", "nodir yn y copi"):
        assert trace not in made["applicant-1 cy"]


def test_it_goes_to_the_court_once_in_each_language_and_the_timeline_says_so(
    case: Case, hearing: Hearing, own: Officer, now: datetime, helped: Helped
) -> None:
    agreement = draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=helped, reasons=REASONS)
    assert set(Filing.objects.values_list("document__language", "state")) == {
        ("en", Filing.WAITING), ("cy", Filing.WAITING),
    }  # fmt: skip
    entry = Entry.objects.get(case=case, kind="agreement_drafted")
    assert WORDS not in str(entry.facts)
    again = draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=helped, reasons=REASONS)
    assert (agreement.version, again.version) == (1, 2)
    with pytest.raises(DatabaseError), transaction.atomic():
        Agreement.objects.update(why_safe="Nothing.")


def test_a_court_that_takes_no_uploads_gets_it_by_hand(
    case: Case, hearing: Hearing, own: Officer, now: datetime, helped: Helped
) -> None:
    Case.objects.update(court_code="637145", court_name="Wrexham Law Courts")
    case.refresh_from_db()
    draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=helped, reasons=REASONS)
    assert case.tasks.filter(kind="casefile.file_by_hand", ended_at=None).count() == 2


@pytest.mark.parametrize("without", sorted(REASONS))
def test_nobody_goes_on_silently_where_a_concern_stands_in_the_way(
    case: Case, hearing: Hearing, own: Officer, now: datetime, helped: Helped, without: str
) -> None:
    together, given = replace(helped, way="together"), {k: v for k, v in REASONS.items() if k != without}
    with pytest.raises(NeedsReason):
        draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=together, reasons=given)
    assert not Agreement.objects.exists()
    assert not Document.objects.exists()
    draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=together, reasons=REASONS)
    assert "Each of them asked for it." in str(list(Entry.objects.values_list("facts")))


def test_words_that_name_a_protected_place_reach_no_reader(
    case: Case, hearing: Hearing, own: Officer, now: datetime, helped: Helped
) -> None:
    told = replace(helped, matters=(replace(helped.matters[0], words="He comes to LL11 1ZZ."),))
    with pytest.raises(GateRefused):
        draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=told, reasons=REASONS)
    assert not Document.objects.exists()
    with pytest.raises(GateRefused):
        preview_agreement(
            case=case, by=own, at=now, hearing=hearing, helped=told, version=("respondent-1", "en")
        )
    assert not Disclosure.objects.exists()


def test_only_who_works_on_the_case_drafts_it(
    case: Case, hearing: Hearing, teammate: Officer, stranger: Officer, now: datetime, helped: Helped
) -> None:
    for other in (teammate, stranger):
        with pytest.raises(NotAllowed):
            draft_agreement(case=case, by=other, at=now, hearing=hearing, helped=helped, reasons=REASONS)


@pytest.fixture
def typed(case: Case, mother: Party) -> dict[str, object]:
    """The page as somebody fills it in."""
    efa, macsen = case.children.order_by("pk")
    return {
        "way": "apart", "why_safe": "Two rooms.", "matter-0": "Calls", "children-0": [str(efa.pk)],
        "state-0": "agreed", "words-0": WORDS, "whose-0": [str(mother.pk)],
        f"said-{efa.pk}": "I like Sundays.", f"known-{efa.pk}": "told_me", f"known-{macsen.pk}": "not_heard",
        "language_of_words": "en", "reason-FH-AGREE": "They asked.", "reason-DA-CONSENTORDER": "I spoke.",
    }  # fmt: skip


def test_it_is_written_looked_at_sealed_and_read_and_the_record_takes_it_over(
    case: Case, own: Officer, mother: Party, page: str, typed: dict[str, object]
) -> None:
    client, orders = client_of(own), f"/cases/{case.reference}/orders/"
    assert page in text_of(client, orders)
    assert "Nothing that is said or written here is privileged" in text_of(client, page)
    assert "Nid oes dim a ddywedir" in text_of(client_of(own, "cy"), page)
    fill(client, page, **{**typed, "draft-save": ""})
    assert Draft.objects.filter(kind="agreement").exists()
    preview = client.get(f"{page}preview/respondent-1/en/")
    assert preview["Content-Type"] == "application/pdf"
    read = " ".join(place.text for place in places(preview.content))
    assert "This version has not been sent to the court." in read
    assert "I like Sundays." not in read
    answer = fill(client, page, **typed)
    assert answer.status_code == 302, summary_of(answer)
    assert Draft.objects.filter(kind="agreement").latest("revision").ended
    record = page.replace("agree/", "record/")
    for words in (WORDS, "Two rooms.", "I like Sundays.", "nobody has heard from the child"):
        assert words.lower() in text_of(client, record).lower(), words
    form = text_of(client, f"{record}write/")
    assert f"Calls: {WORDS}" in form
    assert f'value="{mother.pk}" checked' in form


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"way": ""}, "Select an answer"),
        ({"why_safe": ""}, "Write why it is safe"),
        ({"matter-0": ""}, "Write what the matter is about"),
        ({"children-0": []}, "Select which children it is about"),
        ({"state-0": ""}, "Select whether it is agreed"),
        ({"words-0": ""}, "Write what is agreed, in their own words"),
        ({"whose-0": []}, "Select whose words they are"),
        ({"state-0": "partly"}, "Write what remains"),
        ({"reason-FH-AGREE": "", "way": "together"}, "Give your reason for going on"),
    ],
)
def test_it_says_what_is_missing_and_loses_nothing(
    own: Officer, page: str, typed: dict[str, object], changed: dict[str, object], says: str
) -> None:
    answer = fill(client_of(own), page, **{**typed, **changed})
    assert says in summary_of(answer)
    assert "I like Sundays." in said(answer)
    assert not Agreement.objects.exists()


def test_where_the_court_takes_no_upload_the_draft_is_not_said_to_be_on_its_way(
    case: Case, own: Officer, page: str, typed: dict[str, object]
) -> None:
    Case.objects.filter(pk=case.pk).update(court_code="637145", court_name="Wrexham Law Courts")
    client = client_of(own)
    assert "file it by hand" in text_of(client, fill(client, page, **typed)["Location"])


def test_a_child_whose_words_are_known_has_them_written_down(
    case: Case, own: Officer, page: str, typed: dict[str, object]
) -> None:
    efa = case.children.order_by("pk")[0]
    answer = fill(client_of(own), page, **{**typed, f"said-{efa.pk}": ""})
    assert "Write what the child has said" in summary_of(answer)
    answer = fill(client_of(own), page, **{**typed, f"known-{efa.pk}": ""})
    assert "How is it known" in summary_of(answer)


def test_nobody_overwrites_unseen_what_another_drafted(
    case: Case, own: Officer, page: str, typed: dict[str, object]
) -> None:
    first, second = client_of(own), client_of(own)
    opened = text_of(second, page)
    fill(first, page, **{**typed, "draft-save": ""})
    assert 'name="draft-revision" value="0"' in opened
    answer = second.post(page, {**typed, "rows": "1", "why_safe": "Mine.", "draft-revision": "0",
                                "draft-save": ""})  # fmt: skip
    assert answer.status_code == 409
    for words in ("Mine.", "Two rooms."):
        assert words in said(answer)


def test_there_is_room_for_more_matters_and_what_was_typed_stays(
    own: Officer, page: str, typed: dict[str, object]
) -> None:
    more = said(fill(client_of(own), page, **{**typed, "more": "yes"}))
    assert WORDS in more
    assert 'name="matter-2"' in more


def test_a_hearing_that_is_still_to_come_has_no_such_page(own: Officer, page: str) -> None:
    client = client_of(own)
    assert client.get(page).status_code == 200
    Hearing.objects.update(starts_at=datetime(2090, 1, 2, 10, tzinfo=UTC))
    assert client.get(page).status_code == 404


def test_drafted_words_that_name_a_place_protected_since_then_are_not_put_into_the_record(
    own: Officer, hearing: Hearing, page: str, now: datetime
) -> None:
    matter = {"matter": "Calls", "state": "agreed", "words": "At LL11 1ZZ.", "remains": "", "children": [],
              "whose": []}  # fmt: skip
    Agreement.objects.create(
        hearing=hearing, version=1, way="apart", why_safe="So.", matters=[matter], language="en", by=own,
        at=now,
    )  # fmt: skip
    record = page.replace("agree/", "record/")
    assert "LL11 1ZZ" not in text_of(client_of(own), f"{record}write/")
    assert "LL11 1ZZ" not in text_of(client_of(own), record)
