"""What adults raised, as one reader of a letter may be told it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from lles.casefile import locations, timeline
from lles.casefile.models import ApplicationFact, Case, Child, Concern, Conversation, Party
from lles.casefile.queries.application_facts import harm_alleged
from lles.casefile.queries.telling import names_of
from lles.casefile.rules.spoken_languages import language_named
from lles.casefile.rules.topics import topics
from lles.law.bilingual import LANGUAGES, Language, Text, day_in_words
from lles.work.safeguarding.queries.readers import Reader
from lles.work.safeguarding.rules.first_steps import before_the_first_hearing_only_safety_is_looked_into
from lles.work.safeguarding.rules.letter_content import Content, other_language
from lles.work.safeguarding.rules.letter_facts import ConcernRaised, Typed
from lles.work.safeguarding.rules.unnamed import Unnamed

SIDES = (Party.APPLICANT, Party.RESPONDENT)


@dataclass(frozen=True)
class Said:
    """One thing on which the author decides whether it stands in the letter: a concern of a conversation, or
    harm that the papers state. Its `number` is that of the concern, or below nought that of the fact;
    `by_party_alone` is false where somebody else said it as well, or instead."""

    number: int
    party: Party
    words: str
    language: Language
    other: str = ""
    child: Child | None = None
    deferred: bool = False
    interpreter: str = ""
    who: str = ""
    when: str = ""
    child_present: bool | None = None
    stands_in: Text | None = None
    by_party_alone: bool = True


def said_in(calls: Sequence[Conversation]) -> Iterator[Said]:
    """Everything that was raised in conversations, in the order in which it was said."""
    for call in calls:
        for one in call.concerns.all():
            interpreter = call.interpreter if call.is_interpreted else ""
            yield Said(
                one.pk, call.party, one.words, cast(Language, one.language), child=one.child,
                deferred=waits_for_the_hearing(one), interpreter=interpreter, who=one.who, when=one.when,
                child_present=one.child_present,
            )  # fmt: skip


def alleged_in(case: Case, adults: Sequence[Party], since: datetime | None) -> Iterator[Said]:
    """The harm that papers state, recorded after a moment; under whoever raised it, or else who applied, with
    everybody who says so."""
    for fact in harm_alleged(case):
        named = [one for one in adults if one.role in SIDES and one.role in fact.by_whom]
        raisers = [*named, *adults]
        if not raisers or (since is not None and fact.at <= since):
            continue
        kinds = [timeline.word(f"harm_kind.{kind}") for kind in fact.kinds]
        told = Text(en="; ".join(one.en for one in kinds), cy="; ".join(one.cy for one in kinds))
        language: Language = "cy" if fact.by.language == "cy" else "en"
        words = (
            (fact.words, "")
            if fact.words.strip()
            else (told.said(language), told.said(other_language(language)))
        )
        yield Said(
            -fact.pk, raisers[0], words[0], language, words[1], stands_in=_stands_in(fact, adults),
            by_party_alone=len(named) == len(fact.by_whom) == 1,
        )  # fmt: skip


def _stands_in(fact: ApplicationFact, adults: Sequence[Party]) -> Text:
    where = timeline.word(f"fact_source.{fact.source}")
    if fact.raised_on is not None:
        on = {one: day_in_words(fact.raised_on, one, weekday=False) for one in LANGUAGES}
        where = Text(en=f"{where.en}, {on['en']}", cy=f"{where.cy}, {on['cy']}")
    who = [_who_says(role, adults) for role in fact.by_whom]
    if not who:
        return where
    named = Text(en=", ".join(one.en for one in who), cy=", ".join(one.cy for one in who))
    return timeline.word("letter_section.alleged_by").fill(where=where, who=named)


def _who_says(role: str, adults: Sequence[Party]) -> Text:
    """The one adult of a role by name; where there are several, or it is no adult of the case, what they
    are."""
    names = [one.name for one in adults if one.role == role in SIDES]
    return Text(en=names[0], cy=names[0]) if len(names) == 1 else timeline.word(f"whose.{role}")


def concerns_for(
    reader: Reader,
    said: Sequence[Said],
    content: Content,
    adults: Sequence[Party],
    marked: Mapping[int, str],
    unnamed: Unnamed,
) -> Iterator[ConcernRaised]:
    """What adults raised, but for what was left out with a reason, or is kept from this reader; `marked`
    holds words in which marks stand for protected details, by their number. Where a body is named that a
    party is not told of, what it is stands in place of its name."""
    names = {adult.slug: adult.name for adult in adults}
    slug = reader.party.slug if reader.party else ""
    for one in said:
        decided = content.decision_on(one.number)
        if decided.is_left_out or slug in decided.kept_from:
            continue
        told = not slug and bool(decided.kept_from)
        harm = Typed(decided.harm, decided.language) if told and decided.harm.strip() else None
        said_to = unnamed.in_words if slug else _as_it_is
        rendering = Typed(decided.rendering, decided.rendered_in) if decided.rendering.strip() else None
        yield ConcernRaised(
            speaker=one.party.name,
            key=str(one.party.pk),
            words=said_to(Typed(marked[one.number], one.language, one.other)),
            child=one.child.name if one.child else "",
            deferred=one.deferred,
            kept_from=tuple(names.get(kept, kept) for kept in decided.kept_from) if told else (),
            harm=harm,
            interpreted=language_named(one.interpreter) if one.interpreter else None,
            who=said_to(Typed(one.who, one.language)) if one.who.strip() else None,
            when=said_to(Typed(one.when, one.language)) if one.when.strip() else None,
            child_present=one.child_present,
            stands_in=one.stands_in,
            rendering=said_to(rendering) if rendering else None,
        )


def _as_it_is(words: Typed) -> Typed:
    return words


def waits_for_the_hearing(concern: Concern) -> bool:
    """Whether it is a view on the outcome, for the hearing to deal with (SG-SCOPE)."""
    topic = topics().get(concern.topic)
    return before_the_first_hearing_only_safety_is_looked_into(
        is_marked=concern.deferred, tells_of_abuse=topic is not None and topic.of_abuse
    )


def everything_said(
    case: Case, adults: Sequence[Party], calls: Sequence[Conversation], since: datetime | None = None
) -> tuple[Said, ...]:
    """Everything that was raised: in papers, recorded after a moment, and then in conversations; with a mark
    in place of each protected detail in who did something and when."""
    every = (*alleged_in(case, adults, since), *said_in(calls))
    words = [locations.Words(text, one.language) for one in every for text in (one.who, one.when)]
    texts = locations.with_marks(case, words, names_of(case)).texts if any(w.text for w in words) else ()
    if not texts:
        return every
    return tuple(
        replace(one, who=who, when=when)
        for one, who, when in zip(every, texts[::2], texts[1::2], strict=True)
    )


def marked_words(case: Case, said: Sequence[Said]) -> Mapping[int, str]:
    """The words of everything that was raised, with a mark in place of each protected detail in them."""
    words = [locations.Words(one.words, one.language) for one in said]
    texts = locations.with_marks(case, words, names_of(case)).texts
    return {one.number: text for one, text in zip(said, texts, strict=True)}
