"""Protected details that an author types into a letter become marks before anything is kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lles.casefile import locations
from lles.casefile.models import Case
from lles.casefile.queries.telling import names_of
from lles.law.bilingual import Language
from lles.work.safeguarding.models import FurtherLetter
from lles.work.safeguarding.rules.letter_content import Content, other_language

OTHER = "other_"  # what begins so is in the other language


def without_details(case: Case, content: Content) -> tuple[Content, tuple[str, ...]]:
    """The content with marks in place of protected addresses, numbers and e-mail addresses, and the marks."""
    typed = tuple(_typed(content))
    marked = locations.with_marks(case, typed, names_of(case))
    texts = iter(marked.texts)
    words = {
        section: replace(one, text=next(texts), other=next(texts)) for section, one in content.words.items()
    }
    concerns = {
        number: replace(one, because=next(texts), harm=next(texts), rendering=next(texts))
        for number, one in content.concerns.items()
    }
    options = tuple(
        replace(
            one, reason=next(texts), against=next(texts), other_reason=next(texts), other_against=next(texts)
        )
        for one in content.options
    )
    return replace(content, words=words, concerns=concerns, options=options), marked.marks


def words_without_details(case: Case, texts: Sequence[str], language: Language) -> locations.Marked:
    """Words that stand by themselves, each with the same in the other language behind it, with marks."""
    other = other_language(language)
    typed = [locations.Words(text, other if at % 2 else language) for at, text in enumerate(texts)]
    return locations.with_marks(case, typed, names_of(case))


def further_without_details(case: Case, further: FurtherLetter) -> tuple[str, ...]:
    """Puts marks in place of the details that stand in a further letter, and says which."""
    texts = (further.words, further.other_words, further.advice, further.other_advice)
    marked = words_without_details(case, texts, "cy" if further.language == "cy" else "en")
    further.words, further.other_words, further.advice, further.other_advice = marked.texts
    return marked.marks


def reasons_without_details(
    case: Case, set_aside: Mapping[str, object], language: Language
) -> tuple[dict[str, object], tuple[str, ...]]:
    """The same of the reasons that were given for options that were not chosen."""
    told = {code: dict(one) for code, one in set_aside.items() if isinstance(one, Mapping)}
    parts = [(code, part) for code, reasons in told.items() for part in reasons]
    other = other_language(language)
    typed = [
        locations.Words(str(told[code][part]), other if part.startswith(OTHER) else language)
        for code, part in parts
    ]
    marked = locations.with_marks(case, typed, names_of(case))
    for (code, part), text in zip(parts, marked.texts, strict=True):
        told[code][part] = text
    return {**set_aside, **told}, marked.marks


def _typed(content: Content) -> Iterator[locations.Words]:
    for words in content.words.values():
        yield locations.Words(words.text, words.language)
        yield locations.Words(words.other, other_language(words.language))
    for concern in content.concerns.values():
        yield from (locations.Words(text, concern.language) for text in (concern.because, concern.harm))
        yield locations.Words(concern.rendering, concern.rendered_in)
    for option in content.options:
        yield from (locations.Words(text, option.language) for text in (option.reason, option.against))
        other = other_language(option.language)
        yield from (locations.Words(text, other) for text in (option.other_reason, option.other_against))
