"""What adults raised, as one reader of a letter may be told it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from lles.casefile import locations
from lles.casefile.models import Case, Concern, Conversation, Party
from lles.casefile.queries.telling import names_of
from lles.casefile.rules.spoken_languages import language_named
from lles.casefile.rules.topics import topics
from lles.law.bilingual import Language
from lles.work.safeguarding.queries.readers import Reader
from lles.work.safeguarding.rules.first_steps import before_the_first_hearing_only_safety_is_looked_into
from lles.work.safeguarding.rules.letter_content import Content
from lles.work.safeguarding.rules.letter_facts import ConcernRaised, Typed
from lles.work.safeguarding.rules.unnamed import Unnamed


def concerns_for(
    reader: Reader,
    calls: Sequence[Conversation],
    content: Content,
    adults: Sequence[Party],
    marked: Mapping[int, str],
    unnamed: Unnamed,
) -> Iterator[ConcernRaised]:
    """What adults raised, but for what was left out with a reason, or is kept from this reader; `marked`
    holds words in which marks stand for protected details, by the number of the concern. Where a body is
    named that a party is not told of, what it is stands in place of its name."""
    names = {adult.slug: adult.name for adult in adults}
    slug = reader.party.slug if reader.party else ""
    for call in calls:
        for concern in call.concerns.all():
            decided = content.decision_on(concern.pk)
            if decided.is_left_out or slug in decided.kept_from:
                continue
            told = not slug and bool(decided.kept_from)
            harm = Typed(decided.harm, decided.language) if told and decided.harm.strip() else None
            words = Typed(marked[concern.pk], cast(Language, concern.language))
            yield ConcernRaised(
                speaker=call.party.name,
                key=str(call.party_id),
                words=unnamed.in_words(words) if slug else words,
                child=concern.child.name if concern.child else "",
                deferred=waits_for_the_hearing(concern),
                kept_from=tuple(names.get(one, one) for one in decided.kept_from) if told else (),
                harm=harm,
                interpreted=language_named(call.interpreter) if call.is_interpreted else None,
            )


def waits_for_the_hearing(concern: Concern) -> bool:
    """Whether it is a view on the outcome, for the hearing to deal with (SG-SCOPE)."""
    topic = topics().get(concern.topic)
    return before_the_first_hearing_only_safety_is_looked_into(
        is_marked=concern.deferred, tells_of_abuse=topic is not None and topic.of_abuse
    )


def marked_concerns(case: Case, calls: Sequence[Conversation]) -> Mapping[int, str]:
    """The words of every concern, with a mark in place of each protected detail that stands in them."""
    said = [concern for call in calls for concern in call.concerns.all()]
    words = [locations.Words(one.words, cast(Language, one.language)) for one in said]
    texts = locations.with_marks(case, words, names_of(case)).texts
    return {one.pk: text for one, text in zip(said, texts, strict=True)}
