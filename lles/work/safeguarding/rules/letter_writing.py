"""What the author of a letter has still to decide, to look at again, or to rest on something."""

from collections.abc import Iterable
from dataclasses import dataclass

from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import Language, Text
from lles.law.findings import Finding, Weight
from lles.work.safeguarding.rules.letter_claims import (
    Answered,
    Typed,
    words_claim_no_more_than_the_answer,
)
from lles.work.safeguarding.rules.letter_content import ADVICE
from lles.work.safeguarding.rules.letter_sections import anchor
from lles.work.safeguarding.rules.provisions import safeguarding_law

SOME_WORDS = 90
FORM = "page-form"


@dataclass(frozen=True)
class Raised:
    """Something an adult raised: who, in which words, whether somebody decided what becomes of it, from
    whose versions it is kept, and whether a reason is given for that."""

    number: int
    speaker: str
    decided: bool = False
    kept_from: tuple[str, ...] = ()
    harm_said: bool = False
    words: str = ""


@dataclass(frozen=True)
class Judged:
    """A judgement of the author: what about, on how many sources it rests, and from whose versions something
    is kept on which it rests."""

    section: str
    about: Text
    sources: int
    rests_on_what_is_kept_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changed:
    """A section that was written before an answer changed."""

    section: str
    about: Text


@dataclass(frozen=True)
class Pointer:
    """The author's words name a body, in full or by its place alone, that somebody's version must not name,
    for it tells where a protected person lives; or that it names of another person, and not of the protected
    one; or they say how far or how near somewhere is."""

    section: str
    about: Text
    reader: str
    is_named_of_another: bool = False
    in_full: bool = False
    tells_how_far: bool = False


@dataclass(frozen=True)
class OptionGiven:
    """An option put before the court, whether a reason speaks for it, and whether its author said that we
    advise it or not."""

    about: Text
    has_reason: bool
    is_answered: bool = True


@dataclass(frozen=True)
class ChildAssessed:
    """A child of the case, and whether the author wrote what it all means for the safety of this child."""

    section: str
    name: str
    is_assessed: bool


@dataclass(frozen=True)
class InOneLanguage:
    """What an author wrote in one language alone, for a party whose version is in the other: who, that
    language of theirs, and in which section of the document it stands, where it has several."""

    reader: str
    language: Language
    section: str = ""
    about: Text | None = None


@dataclass(frozen=True)
class WritingFacts:
    """What an author wrote, as far as rules look at it."""

    raised: tuple[Raised, ...] = ()
    judged: tuple[Judged, ...] = ()
    children: tuple[ChildAssessed, ...] = ()
    changed: tuple[Changed, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    options: tuple[OptionGiven, ...] = ()
    in_one_language: tuple[InOneLanguage, ...] = ()
    typed: tuple[Typed, ...] = ()
    answered: tuple[Answered, ...] = ()
    holds_a_mark: bool = False
    draft_in_hand: bool = False


def check_writing(facts: WritingFacts) -> tuple[Finding, ...]:
    """Everything the rules have to say of what the author wrote."""
    return (
        *every_concern_is_used_or_left_out_with_a_reason(facts.raised),
        *what_is_kept_from_a_reader_has_a_reason(facts.raised),
        *written_words_are_looked_at_again_when_an_answer_changes(facts.changed),
        *typed_words_are_kept_before_anybody_signs(facts.draft_in_hand),
        *judgements_rest_on_something(facts.judged),
        *letter_is_whole(facts.children, facts.options),
        *words_claim_no_more_than_the_answer(facts.typed, facts.answered),
        *words_do_not_point_to_a_protected_person(facts.pointers),
        *words_reach_each_party_in_their_language(facts.in_one_language),
        *a_mark_in_place_of_a_detail_is_said(facts.holds_a_mark),
    )


def every_concern_is_used_or_left_out_with_a_reason(raised: tuple[Raised, ...]) -> tuple[Finding, ...]:
    """Each worry that an adult raised is in the letter, or a reason says why not (SG-SCOPE)."""
    open_ones = [one for one in raised if not one.decided]
    provision = safeguarding_law()["SG-SCOPE"]
    return tuple(
        provision.finding("undecided", weight=Weight.WARNS, name=speaker, count=len(theirs), what=what)
        for speaker in dict.fromkeys(one.speaker for one in open_ones)
        for theirs in ([one for one in open_ones if one.speaker == speaker],)
        for what in ("; ".join(f"\u201c{one.words}\u201d" for one in theirs),)
    )


def what_is_kept_from_a_reader_has_a_reason(raised: tuple[Raised, ...]) -> tuple[Finding, ...]:
    """Words are kept from somebody's version only with a reason, which the court reads (SG-DISCLOSE)."""
    provision = safeguarding_law()["SG-DISCLOSE"]
    kept = [(name, one) for one in raised for name in one.kept_from]
    told: dict[tuple[str, bool], Raised] = {}
    for name, one in kept:
        told.setdefault((name, one.harm_said), one)
    return tuple(
        provision.finding("part_kept", weight=Weight.NOTES, name=name)
        if said
        else provision.finding("part_no_reason", put_right=f"id_harm-{one.number}", name=name)
        for (name, said), one in told.items()
    )


def written_words_are_looked_at_again_when_an_answer_changes(
    changed: tuple[Changed, ...],
) -> tuple[Finding, ...]:
    """What was written before an answer came or changed is looked at again (SG-LOOKAGAIN)."""
    provision = safeguarding_law()["SG-LOOKAGAIN"]
    return tuple(
        provision.finding("changed", put_right=anchor(one.section), about=one.about) for one in changed
    )


def typed_words_are_kept_before_anybody_signs(draft_in_hand: bool) -> tuple[Finding, ...]:
    """Words that are saved and not yet kept are kept or set aside before the letter, or one beside it, is
    signed or filed (SG-LOOKAGAIN)."""
    if not draft_in_hand:
        return ()
    return (safeguarding_law()["SG-LOOKAGAIN"].finding("draft", weight=Weight.BARS, put_right=FORM),)


def letter_is_whole(
    children: tuple[ChildAssessed, ...], options: tuple[OptionGiven, ...]
) -> tuple[Finding, ...]:
    """A letter without an analysis of each child, or without advice and its reasons, leaves with a reason
    alone (SG-WHOLE)."""
    return (*every_child_has_an_analysis(children), *every_option_has_a_reason(options))


def every_child_has_an_analysis(children: tuple[ChildAssessed, ...]) -> tuple[Finding, ...]:
    """Of each child it is said what it all means for their safety, and not of the family alone (SG-WHOLE)."""
    provision = safeguarding_law()["SG-WHOLE"]
    return tuple(
        provision.finding("no_analysis", put_right=anchor(one.section), name=one.name)
        for one in children
        if not one.is_assessed
    )


def every_option_has_a_reason(options: tuple[OptionGiven, ...]) -> tuple[Finding, ...]:
    """Advice is given; of each option put before the court it is said whether we advise it, and why
    (SG-WHOLE)."""
    provision = safeguarding_law()["SG-WHOLE"]
    if not options:
        return (provision.finding("no_advice", put_right=anchor(ADVICE)),)
    return (
        *(
            provision.finding(
                "not_answered", weight=Weight.BARS, put_right=anchor(ADVICE), about=option.about
            )
            for option in options
            if not option.is_answered
        ),
        *(
            provision.finding("no_reason", put_right=anchor(ADVICE), about=option.about)
            for option in options
            if not option.has_reason
        ),
    )


def judgements_rest_on_something(judged: tuple[Judged, ...]) -> tuple[Finding, ...]:
    """A judgement that rests on nothing, or on one source, is seen before it is filed (SG-EVIDENCE)."""
    provision = safeguarding_law()["SG-EVIDENCE"]
    few = (
        provision.finding(
            "nothing" if one.sources == 0 else "one", put_right=anchor(one.section), about=one.about
        )
        for one in judged
        if one.sources < 2
    )
    kept = (
        provision.finding(
            "kept_back", weight=Weight.WARNS, put_right=anchor(one.section), about=one.about, name=name
        )
        for one in judged
        for name in one.rests_on_what_is_kept_from
    )
    return (*few, *kept)


def words_do_not_point_to_a_protected_person(pointers: tuple[Pointer, ...]) -> tuple[Finding, ...]:
    """The author names no body, and no distance, that tells where a protected person lives (SG-POINTER)."""
    provision = safeguarding_law()["SG-POINTER"]
    return tuple(
        provision.finding(
            "names_in_full",
            weight=Weight.BARS,
            put_right=anchor(one.section),
            about=one.about,
            name=one.reader,
        )
        if one.in_full
        else provision.finding(
            _how_it_points(one), put_right=anchor(one.section), about=one.about, name=one.reader
        )
        for one in pointers
    )


def _how_it_points(pointer: Pointer) -> str:
    if pointer.tells_how_far:
        return "distance"
    return "names_of_another" if pointer.is_named_of_another else "names"


def words_reach_each_party_in_their_language(found: Iterable[InOneLanguage]) -> tuple[Finding, ...]:
    """What an author wrote in one language alone reaches a party of the other with a reason (CYM-EQUAL)."""
    provision = casefile_law()["CYM-EQUAL"]
    return tuple(
        provision.finding(
            f"part_not_in_{one.language}",
            weight=Weight.WARNS,
            put_right=anchor(one.section),
            about=one.about,
            name=one.reader,
        )
        if one.about
        else provision.finding(f"words_not_in_{one.language}", weight=Weight.WARNS, name=one.reader)
        for one in found
    )


def a_mark_in_place_of_a_detail_is_said(holds_a_mark: bool) -> tuple[Finding, ...]:
    """A mark that stands for a protected detail is best said in other words (SG-POINTER)."""
    return (safeguarding_law()["SG-POINTER"].finding("mark", weight=Weight.NOTES),) if holds_a_mark else ()


def shortened(words: str) -> str:
    """The beginning of what was said, to tell it from the rest."""
    return words if len(words) <= SOME_WORDS else f"{words[:SOME_WORDS].rsplit(' ', 1)[0]} …"
