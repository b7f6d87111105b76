"""What keeps a letter from leaving leads to the place at which it is put right."""

import re
from datetime import datetime

import pytest

from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, fill, said, text_of
from lles.law.findings import Finding, Weight
from lles.work.safeguarding.changes.letter import withhold
from lles.work.safeguarding.rules.letter_filing import Withheld, withholding_has_a_reason_and_a_signer
from lles.work.safeguarding.rules.letter_writing import Pointer, Raised, WritingFacts, check_writing
from lles.work.safeguarding.rules.provisions import safeguarding_law
from lles.work.safeguarding.tests.further_cases import UPDATE, filed, soon
from lles.work.safeguarding.tests.test_further_words import news
from lles.work.safeguarding.tests.test_unkept_words import CASE, PAGES, save_draft
from lles.work.safeguarding.tests.test_views import PATH, TYPED, ready

__all__ = ["filed", "news", "ready", "soon"]
LINK = re.compile(r"lles-finding--bars.*?</li>", re.DOTALL)
HREF = re.compile(r'<a class="govuk-link" href="([^"]+)">')


def places(page: str) -> set[str]:
    """Where the barred lines of a page lead."""
    return {found[1] for line in LINK.findall(page) if (found := HREF.search(line))}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_advice_that_is_not_answered_leads_to_its_section(ready: Case, own: Officer, language: str) -> None:
    client = client_of(own, language)
    unanswered = {name: one for name, one in TYPED.items() if not name.startswith("advised-")}
    page = said(fill(client, PATH, **unanswered))
    assert places(page) == {f"{PATH}#section-advice"}
    assert 'id="section-advice"' in page
    assert {"en": "Put it right", "cy": "Unioni hyn"}[language] in page


def test_words_that_are_not_kept_lead_to_the_form_in_which_they_stand(ready: Case, own: Officer) -> None:
    save_draft(own, PATH, **TYPED)
    client = client_of(own)
    assert f"{PATH}#page-form" in places(text_of(client, f"{PATH}file/"))
    assert 'id="page-form"' in text_of(client, PATH)


def test_a_letter_that_nobody_signed_leads_to_the_asking(
    ready: Case, own: Officer, father: Party, now: datetime
) -> None:
    fill(client_of(own), PATH, **TYPED)
    withhold(case=ready, by=own, at=now, party=father, reason="He has threatened to come.")
    assert f"{CASE}sign-off/safeguarding_letter/ask/" in places(text_of(client_of(own), PATH))


def test_what_is_missing_of_an_update_leads_to_its_box(news: Case, own: Officer) -> None:
    client, page = client_of(own), PAGES[UPDATE]
    found = places(said(client.get(f"{page}file/")))
    assert found >= {f"{page}#id_words", f"{page}#id_advice_changes"}
    shown = text_of(client, page)
    assert all(f'id="{one}"' in shown for one in ("id_words", "id_advice_changes"))


def test_each_rule_that_bars_says_where() -> None:
    about = safeguarding_law()["SG-SCOPE"].says
    facts = WritingFacts(
        raised=(Raised(7, "Gareth", decided=True, kept_from=("Siân",)),),
        pointers=(Pointer("council.cheshire", about, "Gareth", in_full=True),),
    )
    found = (
        *check_writing(facts),
        *withholding_has_a_reason_and_a_signer(Withheld("respondent-1", "G", "", "")),
    )
    barred = {one.put_right for one in found if one.bars}
    assert barred == {"id_harm-7", "section-council-cheshire", "withhold", "signature"}


def test_where_it_is_put_right_is_never_kept() -> None:
    finding = Finding("SG-POINTER", Weight.BARS, safeguarding_law()["SG-POINTER"].says, put_right="section-x")
    assert "section-x" not in str(finding.as_data())
    assert Finding.from_data(finding.as_data()) == finding
