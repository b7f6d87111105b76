"""A letter that our gate stops and that is withdrawn is written anew, with all that it said."""

from datetime import datetime

from lles.casefile.changes.filing import withdraw_filing
from lles.casefile.locations import PHONE, Detail, keep
from lles.casefile.models import Case, Filing, Officer, Party
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.work.safeguarding.models import Letter
from lles.work.safeguarding.queries.filing import letter_of, sealed_letter
from lles.work.safeguarding.tests.test_filed_by_hand import in_wales
from lles.work.safeguarding.tests.test_views import PATH, REASONS, TYPED

__all__ = ["in_wales"]
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
