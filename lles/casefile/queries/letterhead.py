"""What stands on every letter to one person, from the file, and as plain values for a template."""

from datetime import datetime

from lles.casefile import timeline
from lles.casefile.models import Case, Officer
from lles.casefile.rules.courts import court_name
from lles.casefile.rules.letterhead import (
    Letterhead,
    Opening,
    concerns_go_to_the_officer_first,
    next_step_of_a_complaint,
    number_in_letters,
    opening_hours,
)
from lles.casefile.timeline import LONDON
from lles.law.bilingual import Language, Text, day_in_words, time_in_words
from lles.law.jurisdiction import Nation

SPAN = Text(en="{first} to {last}: {opens} to {closes}", cy="{first} i {last}: {opens} i {closes}")
ONE_DAY = Text(en="{first}: {opens} to {closes}", cy="{first}: {opens} i {closes}")


def letterhead_of(case: Case, by: Officer, at: datetime) -> Letterhead:
    """Who writes on a case that has an office: its officer, else whoever makes the letter."""
    made_on, office = at.astimezone(LONDON).date(), case.office
    assert office is not None
    nation = Nation(office.nation)
    author = case.officer or (None if by.is_service else by)
    return Letterhead(
        service=Text(en=office.service_en, cy=office.service_cy),
        phone=number_in_letters(office.phone),
        nation=nation,
        hours=opening_hours(office.hours, nation, made_on),
        court=court_name(case.court_code, case.court_name),
        court_number=case.number_at_court,
        reference=case.reference,
        author=author.name if author else "",
        job_title=timeline.word_or_code("job", author.job) if author else None,
        made_on=made_on,
    )


def letterhead_data(head: Letterhead, language: Language) -> dict[str, object]:
    """What a template of a language needs of it."""
    return {
        "service": printed(head.service, language),
        "phone": on_one_line(head.phone) or None,
        "made_on": day_in_words(head.made_on, language, weekday=False),
        "court": printed(head.court, language),
        "court_number": head.court_number or None,
        "reference": head.reference,
        "hours": [_hours(one, language) for one in head.hours],
        "complaint": [
            printed(concerns_go_to_the_officer_first(), language),
            printed(next_step_of_a_complaint(head.nation), language),
        ],
        "author": head.author or None,
        "job_title": printed(head.job_title, language) if head.job_title else None,
    }


def _hours(one: Opening, language: Language) -> str:
    words = SPAN if one.first != one.last else ONE_DAY
    filled = words.fill(
        first=timeline.word(f"weekday_first.{one.first}"),
        last=timeline.word(f"weekday_last.{one.last}"),
        opens=time_in_words(one.opens, language),
        closes=time_in_words(one.closes, language),
    )
    return filled.said(language)


def printed(text: Text, language: Language) -> str:
    """Our own words, with the apostrophe of print."""
    return text.said(language).replace("'", "\u2019")


def on_one_line(words: str) -> str:
    """Words that a line never divides."""
    return words.replace(" ", "\u00a0")
