"""The letters and reports of monitoring: each reader's own version, through the gate, and what follows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from lles.casefile.changes.door import Barred, NeedsReason, Stale
from lles.casefile.gate import sealed
from lles.casefile.models import Case, Document, Filing, Officer, Party
from lles.casefile.tests.accepted import the_court_accepts
from lles.law.bilingual import Language
from lles.links.pdf_reader import places
from lles.work.monitoring.changes.documents import file_report, make_letters
from lles.work.monitoring.documents.letter.document import make_letter
from lles.work.monitoring.documents.report.document import make_report
from lles.work.monitoring.models import Breach, Call, Monitoring, NoLetter, Report
from lles.work.monitoring.queries.facts import findings_of
from lles.work.monitoring.queries.letters import Decided, letter_facts, untold
from lles.work.monitoring.queries.report import Author, Reader, report_facts

Record = Callable[..., Monitoring]
Speak = Callable[..., Call]
AN_END = datetime(2026, 9, 3, 9, tzinfo=UTC)
AUTHOR = Author(
    "Both say the same.", "en", child_to_parties=False, other_words="Mae'r ddau yn dweud yr un peth."
)


def text_of(document: Document) -> str:
    return " ".join(" ".join(place.text for place in places(sealed(document).content)).split())


def texts(case: Case, kind: str) -> dict[str, str]:
    return {f"{one.reader} {one.language}": text_of(one) for one in case.documents.filter(kind=kind)}


def file(monitoring: Monitoring, by: Officer, at: datetime, kind: str, author: Author = AUTHOR) -> Report:
    return file_report(case=monitoring.case, by=by, at=at, monitoring=monitoring, kind=kind, author=author)


def test_each_adult_is_told_in_their_language_how_monitoring_goes(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    monitoring = record()
    told = [Decided(one) for one in untold(monitoring, "start")]
    make_letters(case=case, by=own, at=now, monitoring=monitoring, letter="start", decided=told)
    made = texts(case, "monitoring_start_letter")
    assert set(made) == {"applicant-1 cy", "respondent-1 en"}
    english, welsh = made["respondent-1 en"], made["applicant-1 cy"]
    for words in (
        "Nobody has to agree to this",
        "We give no advice",
        "3 September 2026",
        "each Saturday",
        "999",
    ):
        assert words in english, words
    for words in (
        "Nid oes rhaid i neb gytuno",
        "Nid ydym yn rhoi cyngor",
        "3 Medi 2026",
        "yn Saesneg",
        "999",
    ):
        assert words in welsh, words
    assert not untold(monitoring, "start")
    assert case.tasks.filter(kind="casefile.serve", ended_at=None).count() == 2
    assert not case.tasks.filter(kind="monitoring.letters", ended_at=None).exists()


@pytest.mark.parametrize(
    ("children", "en", "cy"),
    [
        (("Efa",), "ask the child, if old", "gofyn i’r plentyn, os yw’n"),
        (("Efa", "Macsen"), "ask the children, if old", "gofyn i’r plant, os ydynt"),
    ],
)
def test_a_letter_about_one_child_speaks_of_one_and_ends_on_a_page_that_says_more_than_a_name(
    record: Record, own: Officer, now: datetime, children: tuple[str, ...], en: str, cy: str
) -> None:
    monitoring = record()
    (to, *_others) = untold(monitoring, "start")
    facts = replace(letter_facts(monitoring, to, own, now), children=children)
    for language, said, reach in (("en", en, "How to reach us"), ("cy", cy, "Sut i gysylltu")):
        found = places(make_letter(facts, "x", language, now, closing=False).content)  # type: ignore[arg-type]  # one of the two
        text = " ".join(" ".join(place.text for place in found).split())
        assert said in text
        pages = {place.name: place.text for place in found if place.name.startswith("page ")}
        assert reach in pages[max(pages)]


@pytest.mark.parametrize(
    ("days", "en", "cy"),
    [
        (0, ("Monitoring ends", "we still ask"), ("yn dod i ben", "yn dal i ofyn")),
        (1, ("Monitoring has ended", "We no longer ask"), ("wedi dod i ben", "Nid ydym yn gofyn mwyach")),
    ],
)
def test_a_letter_at_the_end_says_that_monitoring_has_ended_only_once_its_last_day_has_passed(
    record: Record, own: Officer, days: int, en: tuple[str, str], cy: tuple[str, str]
) -> None:
    monitoring, at = record(), AN_END + timedelta(days=days)
    (to, *_others) = untold(monitoring, "closing")
    facts = letter_facts(monitoring, to, own, at)
    for language, said in (("en", en), ("cy", cy)):
        found = places(make_letter(facts, "x", language, at, closing=True).content)  # type: ignore[arg-type]  # one of the two
        text = " ".join(" ".join(place.text for place in found).split())
        assert all(words in text for words in said)


def test_a_letter_about_the_end_before_the_last_day_takes_a_reason(
    record: Record, case: Case, own: Officer
) -> None:
    monitoring = record()
    told = [Decided(one) for one in untold(monitoring, "closing")]

    def letters(at: datetime, **reasons: str) -> None:
        make_letters(
            case=case, by=own, at=at, monitoring=monitoring, letter="closing", decided=told, reasons=reasons
        )

    with pytest.raises(NeedsReason) as asked:
        letters(AN_END - timedelta(days=1))
    assert [one.provision for one in asked.value.findings] == ["MON-LETTERS"]
    assert not case.documents.exists()
    letters(AN_END)
    assert case.documents.filter(kind="monitoring_closing_letter").exists()


def test_whoever_gets_no_letter_has_a_reason(record: Record, case: Case, own: Officer, now: datetime) -> None:
    monitoring = record()
    told = [Decided(one, "It would put her at risk.") for one in untold(monitoring, "closing")]
    make_letters(case=case, by=own, at=now, monitoring=monitoring, letter="closing", decided=told)
    assert NoLetter.objects.filter(letter="closing").count() == len(told) == 2
    assert not case.documents.exists()
    assert not case.tasks.filter(kind="monitoring.end", ended_at=None).exists()


def test_no_letter_can_be_made_without_a_period(
    made: Monitoring, case: Case, own: Officer, now: datetime
) -> None:
    told = [Decided(one) for one in untold(made, "start")]
    with pytest.raises(Barred) as barred:
        make_letters(case=case, by=own, at=now, monitoring=made, letter="start", decided=told)
    assert barred.value.findings[0].provision == "MON-LETTERS"


def test_the_report_on_a_breach_says_what_each_side_said_and_goes_on_its_way(
    confirmed: Breach, case: Case, own: Officer, now: datetime
) -> None:
    file(confirmed.monitoring, own, now, "breach")
    made = texts(case, "monitoring_breach_report")
    assert set(made) == {"court en", "court cy", "applicant-1 cy", "respondent-1 en"}
    for words in (
        "Saturday 14 March 2026", "confirmed", "He came and nobody was at home.", "I was not there.",
        "Both say that it did not happen.", "Both say the same.", "We go on monitoring",
    ):  # fmt: skip
        assert words in made["court en"], words
    for words in ("14 Mawrth 2026", "cadarnhawyd", "dweud yr un peth"):
        assert words in made["court cy"], words
    assert "at home.” (yn Saesneg" in made["court cy"]
    assert "Copy for Gareth Bevan" in made["respondent-1 en"]
    assert all("We asked each side" in made[one] for one in ("court en", "respondent-1 en"))
    assert "I was not there." not in made["respondent-1 en"]
    assert Filing.objects.filter(document__reader="court").count() == 2


def test_what_a_child_said_is_for_the_court_unless_the_author_says_otherwise(
    confirmed: Breach, case: Case, own: Officer, now: datetime, speak: Speak
) -> None:
    monitoring, child = confirmed.monitoring, case.children.order_by("pk")[0]
    speak(monitoring, child, account="I waited at the window.")
    file(monitoring, own, now, "interim")
    made = texts(case, "monitoring_interim_report")
    assert "I waited at the window." in made["court en"]
    assert "I waited at the window." not in made["respondent-1 en"]
    assert all(trace not in made["respondent-1 en"] for trace in ("child said", "(child)", "not set out"))
    file(monitoring, own, AN_END, "end", replace(AUTHOR, child_to_parties=True))
    assert "I waited at the window." in texts(case, "monitoring_end_report")["respondent-1 en"]


@pytest.mark.parametrize("kind", ["end", "breach"])
def test_what_an_adult_said_is_not_for_the_other_unless_the_author_says_otherwise(
    confirmed: Breach, case: Case, own: Officer, now: datetime, mother: Party, father: Party, kind: str
) -> None:
    monitoring, (his, hers) = confirmed.monitoring, ("He came and nobody was at home.", "I was not there.")
    call = monitoring.calls.get(party=mother)
    file(monitoring, own, AN_END if kind == "end" else now, kind)
    made = texts(case, f"monitoring_{kind}_report")
    assert his in made["court en"]
    assert hers in made["court en"]
    assert his in made["respondent-1 en"]
    assert hers in made["applicant-1 cy"]
    assert his not in made["applicant-1 cy"]
    for trace in (hers, f"{mother.name}, 16 March", "No call has been held"):
        assert trace not in made["respondent-1 en"], trace
    shared = replace(AUTHOR, shared=frozenset({call.pk}))
    file(monitoring, own, now, "interim", shared)
    both = texts(case, "monitoring_interim_report")
    assert f"{mother.name}, 16 March" in both["respondent-1 en"]
    assert hers in both["respondent-1 en"]
    assert his not in both["applicant-1 cy"]


@pytest.mark.parametrize("days_before", [184, 24, 1])
def test_a_report_at_the_end_that_goes_before_the_last_day_asks_for_a_reason_and_says_so(
    record: Record, case: Case, own: Officer, days_before: int
) -> None:
    monitoring, early = record(), AN_END - timedelta(days=days_before)
    with pytest.raises(NeedsReason) as asked:
        file(monitoring, own, early, "end")
    (found,) = asked.value.findings
    assert found.provision == "MON-REPORT"
    assert "3 September 2026" in found.says.en
    assert "3 Medi 2026" in found.says.cy
    file(monitoring, own, early, "interim")
    file_report(
        case=case, by=own, at=early, monitoring=monitoring, kind="end", author=AUTHOR,
        reasons={"MON-REPORT": "The court asked for it by now."},
    )  # fmt: skip
    made = texts(case, "monitoring_end_report")
    assert "2026; the period runs until 3 September 2026" in made["court en"]
    assert "2026; mae’r cyfnod yn para hyd 3 Medi 2026" in made["court cy"]


@pytest.mark.parametrize(("language", "asks"), [("en", ""), ("cy", "A new day."), ("en", "A new day.")])
def test_nobody_signs_a_page_of_a_report_on_which_nothing_else_stands(
    record: Record, own: Officer, language: Language, asks: str
) -> None:
    monitoring, pages = record(), set[str]()
    court = Reader("court", "", ("en", "cy"))
    for count in range(16, 30):
        words = "\n".join(f"Line {number}." for number in range(count))
        author = replace(AUTHOR, words=words, other_words=words, guidance=asks, other_guidance=asks)
        facts = report_facts(monitoring, "end", author, court, own, AN_END, draft=False)
        found = places(make_report(facts, "court", language, AN_END).content)
        shown = {place.name: place.text for place in found if place.name.startswith("page ")}
        last = max(shown)
        pages.add(last)
        assert (asks or f"Line {count - 1}.") in shown[last]
    assert pages == {"page 1", "page 2"}


def test_a_report_on_the_last_day_asks_for_none(record: Record, case: Case, own: Officer) -> None:
    file(record(), own, AN_END, "end")
    assert "over the whole period" in texts(case, "monitoring_end_report")["court en"]


def test_an_account_that_names_a_protected_place_stands_in_no_version(
    record: Record, case: Case, own: Officer, now: datetime, speak: Speak, father: Party
) -> None:
    monitoring = record()
    speak(monitoring, father, "not", account="I went to 7 Heol y Dŵr, LL11 1ZZ.")
    file(monitoring, own, now, "interim")
    made = texts(case, "monitoring_interim_report")
    assert all("LL11" not in text and "Heol" not in text for text in made.values())
    assert "names a place or a number that is protected" in made["court en"]
    assert "spoke to us." in made["respondent-1 en"]
    assert "protected" not in made["respondent-1 en"]
    assert "wedi'i ddiogelu" not in made["applicant-1 cy"]
    with pytest.raises(Barred) as barred:
        file(monitoring, own, now, "interim", replace(AUTHOR, words="She is at LL11 1ZZ."))
    assert barred.value.findings[0].provision == "CONF-C8"


def test_a_breach_is_reported_once_the_court_has_it_and_monitoring_goes_on_until_it_answers(
    confirmed: Breach, case: Case, own: Officer, now: datetime
) -> None:
    monitoring, later = confirmed.monitoring, now + timedelta(days=14)
    report = file(monitoring, own, later, "breach")
    assert report.breaches == [confirmed.pk]
    open_reports = case.tasks.filter(kind="monitoring.breach", ended_at=None)
    assert open_reports.exists()
    the_court_accepts(case, own, later)
    assert not open_reports.exists()
    assert "MON-CONTINUE" in [one.provision for one in findings_of(monitoring, date(2026, 4, 1))]
    with pytest.raises(Stale):
        file(monitoring, own, later, "breach")
