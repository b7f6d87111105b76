"""No form says anything about risk that nobody has said: what stands chosen on a page that nobody has touched
is a language, a body, somebody's name, or that nobody was asked."""

import re
from collections.abc import Iterator

import pytest

from tests.crawl.ground import Ground
from tests.crawl.pages import read
from tests.crawl.visited import pages

NOT_ASKED = ("unknown", "")
ROW = re.compile(r"-\d+$")
MAY_STAND = {
    "as_received_language": "a language", "chosen": "a language", "language": "a language",
    "language-safety": "a language", "language_of_text": "a language", "language_of_words": "a language",
    "spoken": "a language", "why_language": "a language", "written_in": "a language",
    "body": "who is asked", "kinds": "who is asked", "police": "who is told",
    "to": "who has the case", "party": "with whom one was speaking", "seen_in": "the page one came from",
    "child": "the family as a whole", "nation": "where a child lives, on the file",
    "replaces": "the older detail goes", "type_code": "the first hearing",
    "passing_on": "no more than the sentence is passed on",
}  # fmt: skip
OF_THE_FILE = {
    ("safeguarding:letter", "use"): "the author decided it and kept it",
    ("safeguarding:note", "asks"): "the author chose it and kept it",
    ("intake:registration_page", "answer"): "keyed and kept",
    ("intake:registration_page", "role"): "keyed and kept",
    **{("casefile:put_right", name): "the person as they stand on the file" for name in (
        "gender", "kind", "role",
    )},
    ("earlier_involvement:filter_order", "children"): "an order of the court is of all children",
    **{("family_assistance:opinion", name): "the opinion as it was recorded" for name in (
        "covers", "given_by", "is_best", "mode", "proposed_by",
    )},
    ("family_assistance:document", "leave-party"): "what the last copy left out stays out",
    ("first_hearing:amend", "order"): "the order that stands",
    ("first_hearing:record_order", "paper"): "the paper in which it came, where one is keyed",
    ("first_hearing:record_hearing", "agreed_by"): "whose words were written down when they agreed",
    **{("family_assistance:plan", name): "the plan as it stands" for name in (
        "ending", "kind", "source", "who",
    )},
    **{("family_assistance:terms", name): "the order as it was recorded, or proposed" for name in (
        "arrangements_from_order", "as_sealed", "children", "directs", "standing", "supplier",
    )},
    **{("activities:terms", name): "the order as it was recorded" for name in (
        "approved_in", "as_sealed", "form", "given_in", "is_a_parent", "is_excepted", "is_final",
        "is_monitored", "kind", "order", "party", "ties",
    )},
    **{("monitoring:terms", name): "the order as it was recorded" for name in (
        "arrangements_on_order", "as_sealed", "by_consent", "is_excepted", "kind", "limb",
        "proceedings_ended_on_order", "report_way", "reports", "steps",
    )},
    ("enforcement:terms", "as_sealed"): "the order as it was recorded",
    **{(f"closing:{page}", "outcome"): "the outcome that the closing letters told" for page in (
        "close", "letters",
    )},
    **{("enforcement:application", name): "the application as it was recorded" for name in (
        "about_on_order", "applicant", "court_asks", "is_attached", "party", "varied_on_order",
    )},
    **{("first_hearing:correct", name): "the record that is corrected" for name in (
        "agreed_by", "ends_involvement", "holds", "holds_for", "holds_with", "how", "there",
    )},
}  # fmt: skip


def stands_chosen(ground: Ground, viewer: str) -> Iterator[tuple[str, str, str]]:
    """What stands chosen on every page as it opens: route, name without its row, and value."""
    for page in pages(ground, viewer, "en"):
        form = read(page.content)
        for name in form.choices.keys() & form.stands.keys():
            yield from ((page.ask.route, ROW.sub("", name), value) for value in form.stands[name])


@pytest.mark.parametrize("viewer", ["manager", "intake"])
def test_nothing_is_chosen_that_nobody_said(ground: Ground, viewer: str) -> None:
    claims = {
        (route, name, value)
        for route, name, value in stands_chosen(ground, viewer)
        if value not in NOT_ASKED and name not in MAY_STAND and (route, name) not in OF_THE_FILE
    }
    assert not claims, "\n".join(map(str, sorted(claims)))
