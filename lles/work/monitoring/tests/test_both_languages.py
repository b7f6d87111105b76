"""What is written under a monitoring order is said in the other language too; each reader has their own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.changes.in_both import say_in_both
from lles.casefile.models import AlsoSaid, Case, Officer
from lles.casefile.queries.in_both import InOneLanguage, with_the_other
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.work.monitoring.changes.documents import make_letters
from lles.work.monitoring.models import Breach, Monitoring
from lles.work.monitoring.queries.also import written_under
from lles.work.monitoring.queries.letters import Decided, untold
from lles.work.monitoring.tests.test_documents import AUTHOR, file, texts

Record = Callable[..., Monitoring]


def to_say(monitoring: Monitoring) -> list[InOneLanguage]:
    """What stands under the order, with the other language where it is there."""
    again = Monitoring.objects.get(pk=monitoring.pk)
    return list(with_the_other(again.case, written_under(again)))


def test_letters_and_reports_tell_each_reader_in_their_language(
    confirmed: Breach, case: Case, own: Officer, now: datetime
) -> None:
    monitoring = confirmed.monitoring
    written = to_say(monitoring)
    assert "Both say that it did not happen." in [one.words for one in written]
    assert "I was not there." not in [one.words for one in written]
    said = {one.key: f"Cymraeg {place}." for place, one in enumerate(written)}
    say_in_both(case=case, by=own, at=now, written=written, said=said)
    told = [Decided(one) for one in untold(monitoring, "start")]
    make_letters(case=case, by=own, at=now, monitoring=monitoring, letter="start", decided=told)
    letters = texts(case, "monitoring_start_letter")
    assert "each Saturday" not in letters["applicant-1 cy"]
    assert "Cymraeg 0." in letters["applicant-1 cy"]
    assert "Cymraeg" not in letters["respondent-1 en"]
    file(monitoring, own, now, "breach")
    reports = texts(case, "monitoring_breach_report")
    assert "Both say that it did not happen." not in reports["court cy"]
    assert "Both say that it did not happen." in reports["court en"]
    assert f"Cymraeg {len(written) - 1}." in reports["court cy"]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_keeps_both_and_the_report_says_what_is_lacking(
    record: Record, case: Case, own: Officer, language: str
) -> None:
    monitoring, client = record(), client_of(own, language)
    order = f"/cases/{case.reference}/monitoring/{monitoring.pk}/"
    lacking = "mewn un iaith yn unig" if language == "cy" else "in one language alone"
    assert lacking in text_of(client, f"{order}report/interim/")
    page = f"{order}both-languages/"
    assert page in text_of(client, order)
    typed = {one.key: "Bob dydd Sadwrn." for one in to_say(monitoring)}
    assert fill(client, page, **typed).status_code == 302
    assert not [one for one in to_say(monitoring) if not one.other_words]
    assert lacking not in text_of(client, f"{order}report/interim/")


def test_no_protected_place_is_said_in_the_other_language_either(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    (first, *_) = written = to_say(record())
    with pytest.raises(Barred):
        say_in_both(case=case, by=own, at=now, written=written, said={first.key: "Yn LL11 1ZZ."})
    assert not AlsoSaid.objects.exists()


def test_a_report_in_one_language_for_an_adult_of_the_other_takes_a_reason(
    confirmed: Breach, own: Officer, now: datetime
) -> None:
    monitoring, alone = confirmed.monitoring, replace(AUTHOR, other_words="")
    with pytest.raises(NeedsReason) as asked:
        file(monitoring, own, now, "breach", alone)
    assert [one.provision for one in asked.value.findings] == ["CYM-EQUAL"]
    assert file(monitoring, own, now, "breach")
