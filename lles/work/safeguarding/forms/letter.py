"""What the author adds to the record for the letter, section by section, and why a party may not have it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import NOT_SEEN, ChangeForm, Prose, SeenField
from lles.casefile.forms.people import LANGUAGES
from lles.law.bilingual import Language
from lles.work.safeguarding.rules.advice import next_steps, pieces_of_advice
from lles.work.safeguarding.rules.letter_content import Content, Decision, Option, OwnWords

USE, LEAVE_OUT = "use", "leave_out"
WAYS = ((USE, _("Use in the letter")), (LEAVE_OUT, _("Leave out, because …")))
ADVISED = (("yes", _("We advise it")), ("no", _("It is open to the court; we do not advise it")))
USE_ALL = "use-all"
RENDERED = {
    "en": _("What was said, in English as you put it"),
    "cy": _("What was said, in Welsh as you put it"),
}
SPEAKS = {
    "reason": _("What speaks for it"),
    "against": _("What speaks against it"),
    "other_reason": _("What speaks for it, in the other language"),
    "other_against": _("What speaks against it, in the other language"),
}


class Choice(forms.ChoiceField):
    """A choice that may be left open; it is not marked as optional."""

    def clean(self, value: Any) -> Any:
        return super().clean(value) if value else ""


class Several(forms.MultipleChoiceField):
    """A list from which nothing need be chosen; it is not marked as optional."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> list[str]:
        return list(super().clean(value)) if value else []


@dataclass(frozen=True)
class Written:
    """A section in which the author may write: its key, its name, what its words can rest on (a reference
    and words to show), and the language of the words that are kept in it."""

    key: str
    title: str
    rests_on: Sequence[tuple[str, str]] = ()
    language: Language | None = None


@dataclass(frozen=True)
class Asked:
    """Something an adult raised, from whose versions it can be kept, and the language in which the author can
    render it, where it is not there in both."""

    number: int
    words: str
    readers: Sequence[tuple[str, str]] = ()
    rendered_in: Language | None = None


class LetterForm(ChangeForm):
    """The part of the letter that its author writes."""

    revision = SeenField(required=False)
    answers = SeenField(required=False)
    language_of_text = forms.ChoiceField(
        label=_("In which language do you write?"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    advice = Several(label=_("Options open to the court"))
    next_steps = Several(label=_("What we can do next"))

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        sections: Sequence[Written] = (),
        raised: Sequence[Asked] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.sections, self.raised = sections, raised
        options = {code: piece.option for code, piece in pieces_of_advice().items()}
        for name, sentences in (("advice", options), ("next_steps", next_steps())):
            choice = self.fields[name]
            assert isinstance(choice, forms.MultipleChoiceField)
            choice.choices = [(code, text.said(self.language)) for code, text in sentences.items()]
        for section in sections:
            self.fields |= dict(_fields_of_section(section))
        for one in raised:
            self.fields |= dict(_fields_of_concern(one))
        for code, text in options.items():
            self.fields |= dict(_fields_of_option(code, text.said(self.language)))

    def words_of(self, key: str) -> BoundField:
        """The box of a section."""
        return self[f"words-{key}"]

    def content(self) -> Content:
        """Everything that was written and decided, as values; what cannot be read is left as nothing."""
        given = self.cleaned_data
        language = cast(Language, given.get("language_of_text") or self.language)
        return Content(
            language=language,
            words={section.key: self._words(section, language) for section in self.sections},
            concerns={one.number: self._decision(one, language) for one in self.raised},
            options=tuple(self._option(code, language) for code in given.get("advice", ())),
            next_steps=tuple(given.get("next_steps", ())),
        )

    def looked_again(self) -> frozenset[str]:
        """The sections at which the author looked again."""
        return frozenset(one.key for one in self.sections if self.cleaned_data.get(f"again-{one.key}"))

    def answers_seen(self) -> int | None:
        """The last answer to a check that the page knew when it was opened; None where it does not say."""
        seen = self.cleaned_data.get("answers", NOT_SEEN)
        return None if seen == NOT_SEEN else int(seen)

    def set_aside(self) -> dict[str, object]:
        """The reasons that were given for options that were not chosen."""
        given = self.cleaned_data
        others = (code for code in pieces_of_advice() if code not in given["advice"])
        told = {
            code: {part: given[name] for part, name in reasons_of(code).items() if given[name]}
            for code in others
        }
        return {code: reasons for code, reasons in told.items() if reasons}

    def _words(self, section: Written, language: Language) -> OwnWords:
        given = self.cleaned_data
        own = cast(Language, given.get(f"language-{section.key}") or section.language or language)
        rests_on = tuple(given.get(f"rests-{section.key}") or ())
        text, other = (str(given.get(f"{name}-{section.key}") or "") for name in ("words", "other"))
        return OwnWords(text, own, rests_on, other=other)

    def _decision(self, one: Asked, language: Language) -> Decision:
        given = self.cleaned_data
        way = given.get(f"use-{one.number}") or (USE if USE_ALL in self.data else "")
        use = {USE: True, LEAVE_OUT: False}.get(str(way))
        because_of, harm, rendering = (
            str(given.get(f"{name}-{one.number}") or "") for name in ("leave", "harm", "rendering")
        )
        kept_from = tuple(given.get(f"kept-{one.number}") or ())
        rendered_in = one.rendered_in if one.rendered_in and rendering else "en"
        return Decision(use, because_of, kept_from, harm, language, rendering, rendered_in)

    def _option(self, code: str, language: Language) -> Option:
        given = self.cleaned_data
        reasons = {part: str(given.get(name) or "") for part, name in reasons_of(code).items()}
        advised = {"yes": True, "no": False}.get(str(given.get(f"advised-{code}")))
        return Option(code, advised=advised, language=language, **reasons)

    def clean(self) -> None:
        super().clean()
        for one in self.raised:
            given = self.cleaned_data
            if given.get(f"use-{one.number}") == LEAVE_OUT and not given.get(f"leave-{one.number}"):
                self.add_error(f"leave-{one.number}", _("Say why it is left out"))
            if given.get(f"kept-{one.number}") and not given.get(f"harm-{one.number}"):
                self.add_error(f"harm-{one.number}", _("Say which harm it would do"))
        for code in self.cleaned_data.get("advice", ()):
            if f"advised-{code}" not in self.errors and not self.cleaned_data.get(f"advised-{code}"):
                self.add_error(f"advised-{code}", _("Say whether we advise it, or take the tick away"))
        for first, other in self._in_both():
            if self.cleaned_data.get(other) and not self.cleaned_data.get(first):
                self.add_error(first, _("Write it first in the language of the letter"))

    def _in_both(self) -> Iterator[tuple[str, str]]:
        """The boxes of the language in which one writes, each with that of the other language."""
        yield from ((f"words-{one.key}", f"other-{one.key}") for one in self.sections)
        for code in self.cleaned_data.get("advice", ()):
            names = reasons_of(code)
            yield from ((names[part], names[f"other_{part}"]) for part in ("reason", "against"))


def _fields_of_section(section: Written) -> Iterator[tuple[str, forms.Field]]:
    label = _("Your own words: %(section)s") % {"section": section.title}
    yield f"words-{section.key}", Prose(label=label, most=20_000, rows=4)
    label = _("In the other language: %(section)s") % {"section": section.title}
    yield f"other-{section.key}", Prose(label=label, most=20_000, rows=4)
    if section.language:
        yield f"language-{section.key}", Choice(label=_("Language of these words"), choices=LANGUAGES)
    if section.rests_on:
        yield f"rests-{section.key}", Several(label=_("What this rests on"), choices=section.rests_on)
    yield (
        f"again-{section.key}",
        forms.BooleanField(label=_("I have looked again; what I wrote holds"), required=False),
    )


def _fields_of_concern(one: Asked) -> Iterator[tuple[str, forms.Field]]:
    hidden = '{} <span class="govuk-visually-hidden">“{}”</span>'  # the words stand right above
    asked = format_html(hidden, _("What becomes of this?"), one.words)
    yield f"use-{one.number}", Choice(label=asked, choices=WAYS, widget=forms.RadioSelect)
    yield f"leave-{one.number}", Prose(label=_("Why it is left out"), most=1000)
    if one.rendered_in:
        yield f"rendering-{one.number}", Prose(label=RENDERED[one.rendered_in], most=20_000)
    if one.readers:
        yield f"kept-{one.number}", Several(label=_("Keep it out of the version of"), choices=one.readers)
        yield f"harm-{one.number}", Prose(label=_("Which harm would it do?"), most=1000)


def _fields_of_option(code: str, option: str) -> Iterator[tuple[str, forms.Field]]:
    asked: dict[str, forms.Field] = {
        f"advised-{code}": Choice(label=_("Do we advise it?"), choices=ADVISED, widget=forms.RadioSelect)
    }
    names = reasons_of(code)
    asked |= {names[part]: Prose(label=label, most=2000) for part, label in SPEAKS.items()}
    for name, field in asked.items():
        field.row = option.rstrip(".")  # type: ignore[attr-defined]  # which of the options an error is about
        yield name, field


def reasons_of(code: str) -> dict[str, str]:
    """The names of the fields that hold what speaks for an option and what against, in either language."""
    names = ("because", "against", "other-because", "other-against")
    return {part: f"{name}-{code}" for part, name in zip(SPEAKS, names, strict=True)}


def initial_of(content: Content, set_aside: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """What the form holds when it is opened with the letter as it was kept."""
    known: dict[str, Any] = {
        "language_of_text": language,
        "advice": [one.code for one in content.options],
        "next_steps": list(content.next_steps),
    }
    for key, words in content.words.items():
        known |= {f"words-{key}": words.text, f"other-{key}": words.other}
        known |= {f"language-{key}": words.language, f"rests-{key}": list(words.rests_on)}
    for number, one in content.concerns.items():
        known[f"use-{number}"] = "" if one.use is None else USE if one.use else LEAVE_OUT
        known |= {f"leave-{number}": one.because, f"harm-{number}": one.harm}
        known[f"rendering-{number}"] = one.rendering
        known[f"kept-{number}"] = list(one.kept_from)
    for option in content.options:
        known |= {name: getattr(option, part) for part, name in reasons_of(option.code).items()}
        known[f"advised-{option.code}"] = {True: "yes", False: "no", None: ""}[option.advised]
    for code, told in set_aside.items():
        reasons = told if isinstance(told, Mapping) else {"reason": told}
        known |= {name: reasons.get(part, "") for part, name in reasons_of(code).items()}
    return known


class WithholdForm(ChangeForm):
    """Why a party may not have the letter."""

    reason = forms.CharField(
        label=_("What harm would the letter risk if this person had it?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
