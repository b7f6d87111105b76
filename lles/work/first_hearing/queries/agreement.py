"""What the parties have agreed at a hearing: what was drafted, who reads the draft, and its facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lles.casefile.models import Case, Hearing, Officer
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.queries.court import hearing_on_its_day
from lles.casefile.queries.head import Head
from lles.casefile.queries.letterhead import letterhead_of
from lles.casefile.queries.readers import adults, languages_of, nation_of
from lles.casefile.queries.reading import EVERYBODY
from lles.casefile.queries.reports import Version
from lles.casefile.register import children_said
from lles.casefile.rules.childs_words import Box, adults_do_not_read_what_a_child_has_said
from lles.casefile.rules.language import languages_for_court
from lles.casefile.timeline import word
from lles.law.findings import Finding
from lles.work.first_hearing.models import Agreement, HearingRecord
from lles.work.first_hearing.queries.hearings import hearings_to_record, record_of
from lles.work.first_hearing.queries.safety import papers_on_file, safety_of
from lles.work.first_hearing.rules.agreeing import whoever_was_not_there_says_how_they_agreed
from lles.work.first_hearing.rules.agreement import (
    AGREED,
    PARTLY,
    AdultTold,
    AgreementFacts,
    ChildSaid,
    ChildTold,
    Helped,
    Matter,
    MatterTold,
    OwnWords,
)
from lles.work.first_hearing.rules.concerns import in_the_way
from lles.work.first_hearing.rules.helping import HelpingFacts
from lles.work.first_hearing.rules.provisions import court_law


def hearing_to_help_at(case: Case, pk: int, today: date) -> Hearing | None:
    """A hearing that goes ahead and whose day has come."""
    return next((row.hearing for row in hearings_to_record(case, today) if row.hearing.pk == pk), None)


def helping_facts(case: Case, head: Head, way: str = "") -> HelpingFacts:
    """What stands in the way of helping the parties of a case, as the rules weigh it."""
    facts = safety_of(case, head, ClosedWords(case).protected_owners)
    return HelpingFacts(in_the_way(facts), "letter" in papers_on_file(case), way)


def childs_words_in(case: Case, helped: Helped, on: date) -> tuple[Finding, ...]:
    """Where what each adult is to read seems to hold what a child has said (FH-CHILDWORDS): as it is typed
    here, or held anywhere of the case."""
    law = court_law()["FH-AGREE"]
    boxes = [
        Box(law.sentence(f"in_{name}", number=number), getattr(one, name))
        for number, one in enumerate(helped.matters, start=1)
        for name in ("matter", "words", "remains")
    ]
    typed = [one.said for one in helped.children_said if one.said]
    first_names = [one.first_name for one in case.children.all() if one.first_name]
    boxes += [
        Box(law.sentence("in_words", number=number), own.words)
        for number, one in enumerate(helped.matters, start=1)
        for own in one.own
    ]
    recorded = (*typed, *children_said(case))
    return adults_do_not_read_what_a_child_has_said(boxes, first_names, recorded, on)


def said_by_children(case: Case) -> Sequence[str]:
    """What was drafted at a hearing of what the children have said."""
    drafted = Agreement.objects.filter(hearing__case=case).values_list("children_said", flat=True)
    return [one["said"] for said in drafted for one in said]


def versions_of_agreement(case: Case) -> Sequence[Version]:
    """Each reader and language: the court in both languages, each adult in theirs."""
    nation = nation_of(case)
    return (
        *((EVERYBODY, language) for language in languages_for_court()),
        *((one.slug, language) for one in adults(case) for language in languages_of(one, nation)),
    )


def agreement_facts(
    case: Case, hearing: Hearing, helped: Helped, reader: str, by: Officer, at: datetime, *, draft: bool
) -> AgreementFacts:
    """The facts of the draft for one reader."""
    children = {one.pk: one.name for one in case.children.order_by("pk")}
    people = {one.pk: one.name for one in case.parties.all()}
    for_court = reader == EVERYBODY
    return AgreementFacts(
        head=letterhead_of(case, by, at),
        reader="" if for_court else next((one.name for one in adults(case) if one.slug == reader), ""),
        hearing=hearing_on_its_day(hearing),
        children=tuple(name for name in children.values() if name),
        adults=tuple(one.name for one in adults(case)),
        way=word(f"helped.{helped.way}") if helped.way else None,
        why_safe=helped.why_safe if for_court else "",
        matters=tuple(_told(one, children, people) for one in helped.matters),
        children_said=tuple(_heard(one, children) for one in helped.children_said) if for_court else (),
        written_in=helped.language,
        draft=draft,
    )


def _told(one: Matter, children: Mapping[int, str], people: Mapping[int, str]) -> MatterTold:
    return MatterTold(
        matter=one.matter,
        children=tuple(children[pk] for pk in one.children if children.get(pk)),
        state=word(f"matter.{one.state}"),
        words=one.words,
        whose=tuple(_adult(pk, one, people) for pk in one.whose if people.get(pk)),
        otherwise=tuple(_adult(own.party, one, people) for own in one.own if own.words),
        remains=one.remains,
    )


def _adult(pk: int, matter: Matter, people: Mapping[int, str]) -> AdultTold:
    own = next((one for one in matter.own if one.party == pk), OwnWords(pk))
    return AdultTold(people.get(pk, ""), word(f"agreed_how.{own.how}") if own.how else None, own.words)


def agreed_though_absent(
    case: Case, attendance: Mapping[str, str], agreed_by: Iterable[int], own: Iterable[OwnWords]
) -> tuple[Finding, ...]:
    """What is found of those who agreed although they were not at the hearing (FH-AGREE)."""
    otherwise = {one.party for one in own if one.how}
    absent = {int(pk) for pk, how in attendance.items() if how == HearingRecord.ABSENT}
    agreed = absent & set(agreed_by) - otherwise
    names = [one.name for one in adults(case) if one.pk in agreed]
    return tuple(whoever_was_not_there_says_how_they_agreed(names))


def absent_but_agreed(case: Case, hearing: Hearing, helped: Helped) -> tuple[Finding, ...]:
    """The same of the draft of a hearing, where it is recorded who was there."""
    record = record_of(case, hearing.pk)
    agreed = [one for one in helped.matters if one.state in (AGREED, PARTLY)]
    return agreed_though_absent(
        case,
        record.attendance if record else {},
        (pk for one in agreed for pk in one.agreed_by),
        (own for one in agreed for own in one.own),
    )


def _heard(one: ChildSaid, children: Mapping[int, str]) -> ChildTold:
    return ChildTold(children.get(one.child, ""), one.said, word(f"child_known.{one.known}"))


def agreements_of(case: Case, hearing: int) -> Sequence[Agreement]:
    """What was drafted at a hearing, the latest first."""
    return list(Agreement.objects.filter(hearing=hearing, hearing__case=case).select_related("hearing", "by"))


def helped_of(agreement: Agreement) -> Helped:
    """What stands in a row, as the rules know it."""
    matters = (
        Matter(
            one["matter"],
            one["state"],
            one["words"],
            one["remains"],
            tuple(one["children"]),
            tuple(one["whose"]),
            tuple(OwnWords(**own) for own in one.get("own", ())),
        )
        for one in agreement.matters
    )
    said = (ChildSaid(**one) for one in agreement.children_said)
    return Helped(
        agreement.way, agreement.why_safe, agreement.language, tuple(matters), tuple(said)
    )  # fmt: skip


@dataclass(frozen=True)
class AgreedThere:
    """What was agreed, for the record of the hearing: the words of all, who agreed, and what each put
    otherwise."""

    words: str
    by: tuple[int, ...]
    own: tuple[OwnWords, ...]


def agreed_in(helped: Helped) -> AgreedThere:
    """What the draft says was agreed; the words begin with the matter."""
    found = [one for one in helped.matters if one.state in (AGREED, PARTLY)]
    by = tuple(dict.fromkeys(pk for one in found for pk in one.agreed_by))
    how = {own.party: own.how for one in found for own in one.own if own.how}
    own = {
        pk: "\n".join(
            f"{one.matter}: {own.words}" for one in found for own in one.own if own.party == pk and own.words
        )
        for pk in by
    }
    return AgreedThere(
        "\n".join(f"{one.matter}: {one.words}" for one in found if one.words),
        by,
        tuple(OwnWords(pk, own[pk], how.get(pk, "")) for pk in by if own[pk] or pk in how),
    )
