"""The headings of the documents of enforcement, under which their authors write."""

from collections.abc import Mapping, Sequence
from datetime import date

from lles.law.bilingual import Text
from lles.work.enforcement import rules
from lles.work.enforcement.models import Report

BEFORE = Report.INFORMATION
ASKED = {
    "work": Text(en="Can unpaid work be done locally?", cy="A ellir gwneud gwaith di-dâl yn lleol?"),
    "person": Text(en="What is known of the person?", cy="Beth sy'n hysbys am y person?"),
    "beliefs": Text(
        en="What is the likely effect on religious beliefs?",
        cy="Beth yw'r effaith debygol ar gredoau crefyddol?",
    ),
    "times": Text(
        en="What is the likely effect on times of work or study?",
        cy="Beth yw'r effaith debygol ar amserau gwaith neu astudio?",
    ),
}
FOR_THE_COURT = ("wishes", "risk")  # what the person's copy leaves out unless the author says otherwise
ACCOUNT = Text(en="What the person says", cy="Beth mae'r person yn ei ddweud")
DONE = Text(en="What has been done, and what goes on", cy="Beth a wnaed, a beth sy'n parhau")
REPORTED = Text(en="What the responsible officer reports", cy="Beth mae'r swyddog cyfrifol yn ei adrodd")
SHORT = "counts"
COUNTS = Text(
    en="Why the work counts as done with fewer hours",
    cy="Pam mae'r gwaith yn cyfrif fel gwaith a wnaed, gyda llai o oriau",
)
ADDED = Text(en="Anything you want to add", cy="Unrhyw beth rydych am ei ychwanegu")
HEADINGS: Mapping[str, Mapping[str, Text]] = {
    Report.FAILURE: {"happened": REPORTED, "account": ACCOUNT, "done": DONE},
    Report.UNSUITABLE: {
        "why": Text(en="Why the work does not suit the person", cy="Pam nad yw'r person yn addas i'r gwaith"),
        "account": ACCOUNT,
        "done": DONE,
    },
    Report.SPECIFIED: {
        "answer": Text(en="What we report on it", cy="Yr hyn a adroddwn arno"),
        "account": ACCOUNT,
        "done": DONE,
    },
    Report.END: {
        "went": Text(en="How the order went", cy="Sut yr aeth y gorchymyn"),
        "account": ACCOUNT,
        "left": Text(en="What is left to tell the court", cy="Beth sydd ar ôl i'w ddweud wrth y llys"),
    },
    Report.CORRECTION: {
        "wrong": Text(
            en="What was wrong, and how we know", cy="Beth oedd yn anghywir, a sut rydym yn gwybod"
        ),
        "stands": Text(en="How the order stands", cy="Sut mae'r gorchymyn yn sefyll"),
    },
    Report.START: {"added": ADDED},
    Report.CLOSING: {"added": ADDED},
}
NEEDED: Mapping[str, Sequence[str]] = {
    Report.FAILURE: ("happened",), Report.UNSUITABLE: ("why",), Report.SPECIFIED: ("answer",),
    Report.END: ("went",), Report.CORRECTION: ("wrong",),
}  # fmt: skip
TAKEN_OVER = {Report.FAILURE: "happened", Report.UNSUITABLE: "why"}


def headings_of(kind: str, on: date, *, is_short: bool = False) -> Mapping[str, Text]:
    """The boxes of a document with their headings; before an order, those of ENF-INFO and ENF-CONSIDER. Where
    the work is said to be done with fewer hours than ordered, the last report says why that counts."""
    if kind == BEFORE:
        return {**ASKED, **rules.court_considers_these_things_before_it_enforces(on)}
    if kind == Report.END and is_short:
        return {SHORT: COUNTS, **HEADINGS[kind]}
    return HEADINGS[kind]


def needed_in(kind: str, *, is_short: bool = False) -> Sequence[str]:
    """The boxes without which a document is not made."""
    return (*((SHORT,) if kind == Report.END and is_short else ()), *NEEDED.get(kind, ()))
