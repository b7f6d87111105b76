"""What the crawl types into the forms of a case."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lles.casefile.forms.concerns import WHOLE_FAMILY
from lles.casefile.models import Case
from lles.law.calendar import court_calendar
from lles.work.safeguarding.queries.filing import current_letter
from tests.crawl.ask import TODAY, Data, Typed

DAYS = (
    "asked_on", "received_on", "began_on", "on", "came_back_on", "made_on", "basis_on", "ended_on",
    "given_on",
)  # fmt: skip
CALL: Data = {
    "began_at": "0:00", "outcome": "spoke", "safe_to_talk": "yes", "spoken": "en", "rows": "1",
    "words-0": "She is afraid.", "language-0": "en", "child-0": WHOLE_FAMILY,
}  # fmt: skip
MEETING: Data = {
    "way": "visit", "starts_at": "10am", "spoken": "cy", "welsh_offered": "yes", "reason-JUR-HOURS": "A.",
}  # fmt: skip
ANSWERED: Data = {
    "identified_by": ["name", "date_of_birth"], "outcome-0": "nothing_known", "passing_on-0": "text",
}  # fmt: skip
REASONS = (
    "reason-SG-CALLS",
    "reason-SG-NOTREADY",
    "reason-SG-LETTER-DUE",
    "reason-SG-DISCLOSE",
    "reason-SG-SIGNOFF",
    "reason-SG-SCOPE",
    "reason-SG-WHOLE",
    "reason-CYM-EQUAL",
)
FACT: Data = {"answer": "yes", "by_whom": ["applicant"], "kinds": ["neglect"], "source": "application"}
HEARING: Data = {"type_code": "ABA5-FHR", "at": "10am"}
DANGER_SEEN: Typed = {
    "step": "seen", "learnt": "He is outside.", "language_of_words": "en", "harm": ["physical"],
    "children_safe": "not_safe", "adults_safe": "unknown", "on": TODAY, "hour": "0:00",
}  # fmt: skip
DANGER_TOLD: Typed = {
    "step": "told", "police": "north-wales", "whom": "Control room", "decision": "not_yet",
    "language_of_words": "en", "on": TODAY, "hour": "0:00",
}  # fmt: skip
DANGER_ENDED: Typed = {"step": "ended", "outcome": "no_danger", "words": "It was a rehearsal."}
KEYED_PAGES = ("harm", "court", "days", "child-1", "party-1", "party-1-where", "party-1-children", "child-9")
LETTER: Data = {
    "language_of_text": "en",
    "words-safety": "Words.",
    "advice": ["section_7"],
    "advised-section_7": "yes",
}


def seen(case: Case, data: Typed) -> Data:
    """A filled form with what its page knew when it was opened; a day stands in its three boxes."""
    letter = current_letter(case)
    revision = str(letter.revision if letter else 1)
    sits_on = court_calendar().working_day_from(timezone.localdate() + timedelta(days=28))
    days = {
        **dict.fromkeys(DAYS, TODAY),
        "on": sits_on - timezone.localdate(),
        "starts_on": timedelta(days=60),
    }
    known = {"seen": str(case.version), "seen_entry": "0", "revision": revision}
    return {**known, **in_boxes(days), **in_boxes(data)}


def in_boxes(data: Typed) -> dict[str, str | list[str] | SimpleUploadedFile]:
    """What is typed, each day of it in the boxes of day, month and year."""
    typed: dict[str, str | list[str] | SimpleUploadedFile] = {}
    for name, value in data.items():
        if isinstance(value, timedelta):
            typed |= _day(name, timezone.localdate() + value)
        else:
            typed[name] = value
    return typed


def _day(name: str, day: date) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}
