"""A letter that our gate stops and that is withdrawn is written anew, with all that it said."""

from datetime import datetime, timedelta

import pytest

from lles.casefile.changes.filing import record_filed_by_hand
from lles.casefile.changes.filing_stopped import withdraw_filing
from lles.casefile.locations import PHONE, Detail, keep, open_up
from lles.casefile.models import Case, Filing, Officer, Party
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.work.safeguarding.changes.further import file_further
from lles.work.safeguarding.models import Letter
from lles.work.safeguarding.queries.filing import letter_of, sealed_letter, sent_of
from lles.work.safeguarding.queries.further import further_record
from lles.work.safeguarding.queries.short_notice import is_on_its_way
from lles.work.safeguarding.tests.further_cases import REASONS as FURTHER_REASONS
from lles.work.safeguarding.tests.further_cases import UPDATE, answer, filed, open_kinds, write_update
from lles.work.safeguarding.tests.test_filed_by_hand import in_wales
from lles.work.safeguarding.tests.test_views import PATH, REASONS, TYPED

__all__ = ["filed", "in_wales"]
NUMBER = "01632 960 555"


def test_a_letter_withdrawn_in_every_language_is_written_anew_from_its_words(
    in_wales: Case, own: Officer, father: Party, now: datetime
) -> None:
    client = client_of(own)
    words = f"Call {NUMBER}. {TYPED['words-safety']}"
    fill(client, PATH, **TYPED | {"words-safety": words})
    assert fill(client, f"{PATH}file/", **REASONS).status_code == 302
    keep(in_wales, [Detail(f"party:{father.pk}", PHONE, (NUMBER,), True, "phone")], now)
    first, *others = Filing.objects.order_by("pk")
    withdraw_filing(case=in_wales, by=own, at=now, filing=first, why="It holds his number.")
    assert sealed_letter(in_wales) is not None, "the other language is still on its way"
    for one in others:
        withdraw_filing(case=in_wales, by=own, at=now, filing=one, why="It holds his number.")
    assert sealed_letter(in_wales) is None
    anew = letter_of(in_wales)
    assert anew is not None
    assert (anew.version, anew.sealed_at) == (2, None)
    assert anew.words["safety"] == Letter.objects.get(version=1).words["safety"]
    assert in_wales.tasks.filter(kind="safeguarding.letter", ended_at=None).exists()
    page = text_of(client, PATH)
    assert "was withdrawn on its way to the court and stays on the file" in page
    assert fill(client, PATH, **TYPED).status_code == 302
    assert fill(client, f"{PATH}file/", **REASONS).status_code == 302
    states = Filing.objects.order_by("pk").values_list("document__version", "state")
    assert list(states) == [(1, "withdrawn"), (1, "withdrawn"), (2, "by_hand"), (2, "by_hand")]


@pytest.mark.parametrize("withdrawn_last", [False, True])
def test_the_court_has_a_letter_of_which_one_language_is_withdrawn_and_the_other_filed(
    in_wales: Case, own: Officer, father: Party, now: datetime, withdrawn_last: bool
) -> None:
    client = client_of(own)
    fill(client, PATH, **TYPED | {"words-safety": f"Call {NUMBER}."})
    assert fill(client, f"{PATH}file/", **REASONS).status_code == 302
    first, second = Filing.objects.order_by("pk")
    number = Detail(f"party:{father.pk}", PHONE, (NUMBER,), True, "phone")
    withdrawn = {"case": in_wales, "by": own, "at": now, "filing": first, "why": "It holds his number."}
    by_hand = {"case": in_wales, "by": own, "at": now, "filing": second, "way": "post", "filed_at": now}
    if not withdrawn_last:
        keep(in_wales, [number], now)
        withdraw_filing(**withdrawn)  # type: ignore[arg-type]  # named by a mapping
        open_up(in_wales, f"party:{father.pk}", PHONE)
    record_filed_by_hand(**by_hand)  # type: ignore[arg-type]  # named by a mapping
    if withdrawn_last:
        assert in_wales.tasks.filter(kind="safeguarding.letter", ended_at=None).exists()
        keep(in_wales, [number], now)
        withdraw_filing(**withdrawn)  # type: ignore[arg-type]  # named by a mapping
    assert not in_wales.tasks.filter(kind="safeguarding.letter", ended_at=None).exists()
    sent = sent_of(list(in_wales.documents.filter(kind="safeguarding_letter")))
    assert sent is not None
    assert sent.filed_on is not None


def test_what_a_withdrawn_update_was_to_tell_is_told_by_the_next(
    filed: Case, own: Officer, father: Party, now: datetime
) -> None:
    later = now + timedelta(days=2)
    answer(filed, own, later)
    write_update(filed, own, later, words=f"Call {NUMBER}.")
    file_further(case=filed, by=own, at=later, kind=UPDATE, reasons=FURTHER_REASONS)
    keep(filed, [Detail(f"party:{father.pk}", PHONE, (NUMBER,), True, "phone")], later)
    for one in Filing.objects.filter(document__kind=UPDATE, document__reader="court"):
        Filing.objects.filter(pk=one.pk).update(state=Filing.SENDING)
        Filing.objects.filter(pk=one.pk).update(state=Filing.REFUSED)
        withdraw_filing(case=filed, by=own, at=later, filing=one, why="It holds his number.")
    assert not is_on_its_way(filed, UPDATE)
    assert "safeguarding.update" in open_kinds(filed)
    assert further_record(filed, UPDATE).since == now
