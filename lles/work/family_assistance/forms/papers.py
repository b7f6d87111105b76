"""A document of an order: who gets it, what its author adds, and what each copy leaves out."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.worded import WordedForm
from lles.law.bilingual import LANGUAGES, Language
from lles.work.family_assistance.forms.work import ASKS
from lles.work.family_assistance.queries.papers import Reader, Typed, goes_to_court
from lles.work.family_assistance.rules.papers import (
    ASKS_FOR_WORDS,
    SHOWS_THE_PLAN,
    WITH_VIEWS,
    WORDED,
    Paper,
    ToCourt,
)

MOST = 10_000
IN_LANGUAGE = {"en": _("in English"), "cy": _("in Welsh")}
LABELS = {
    Paper.REVIEW: _("What the review found, %(language)s"),
    Paper.REFERRAL: _("Why you write to the court, %(language)s"),
    Paper.REPORT: _("The report, %(language)s"),
    Paper.END: _("What was reached, what remains and what comes next, %(language)s"),
    Paper.CLOSING: _("What you want to tell the adults, %(language)s"),
}
Parts = Sequence[tuple[str, str]]


def _name(one: Reader) -> Any:
    return one.name or _("without a name")


class PaperForm(WordedForm):
    """Who gets a document, and what it says beside what the file says."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, paper: Paper, readers: Sequence[Reader], parts: Parts,
        tells: Parts = (), progress: Parts = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.paper, self.readers = paper, readers
        grown = [one for one in readers if one.party]
        court = goes_to_court(paper) is not ToCourt.NEVER
        self.shared = [one for one in LANGUAGES if court or any(one in reader.languages for reader in grown)]
        if paper is Paper.REFERRAL:
            self.fields["asks"] = forms.ChoiceField(
                label=_("What do you ask of the court?"), widget=forms.RadioSelect,
                error_messages={"required": _("Choose what you ask of the court")},
            )  # fmt: skip
            self.offer("asks", self.in_words("family_asks", ASKS))
        for name in self.worded_parts():
            for language in self.shared:
                self.fields[f"{name}-{language}"] = Prose(
                    label=self._label(name, language), most=MOST, rows=5, help_text=self._who_reads()
                )
        if goes_to_court(paper) is ToCourt.ASKED:
            self.fields["to_court"] = YesNoField(
                label=_("Does it go to the court too?"), asked=Asked.IS,
                error_messages={"required": _("Say whether it goes to the court")},
            )  # fmt: skip
        for one in readers:
            self._ask_of(one, parts if paper in SHOWS_THE_PLAN else (), tells, progress)

    def worded_parts(self) -> list[str]:
        """Which texts of its own the document has."""
        if self.paper not in WORDED:
            return []
        return ["words", *(["views"] if self.paper in WITH_VIEWS else [])]

    def _label(self, name: str, language: Language) -> Any:
        label = LABELS[self.paper] if name == "words" else _("What the children say, %(language)s")
        return label % {"language": IN_LANGUAGE[language]}

    def _who_reads(self) -> Any:
        """Who has what stands in a box of the document."""
        if self.paper in ASKS_FOR_WORDS:
            return _("The copy of an adult holds this only where you tick it for them below.")
        return _("Each adult who gets a copy reads this.")

    def _unticked(self) -> Any:
        """Where what is not ticked for an adult stands."""
        if goes_to_court(self.paper) is not ToCourt.ALWAYS:
            return _("What you do not tick stands in nobody's copy but the court's, where it goes there.")
        return _("What you do not tick stands in the versions for the court alone.")

    def _ask_of(self, one: Reader, parts: Parts, tells: Parts, progress: Parts) -> None:
        name = {"name": _name(one)}
        self.fields[f"goes-{one.key}"] = YesNoField(
            label=_("Does a copy go to %(name)s?") % name, asked=Asked.IS_THERE,
            error_messages={"required": _("Say whether a copy goes to %(name)s") % name},
        )  # fmt: skip
        for language in one.languages if one.child else ():
            known = {**name, "language": IN_LANGUAGE[language]}
            self.fields[f"words-{one.key}-{language}"] = Prose(
                label=_("What you want to tell %(name)s, %(language)s") % known, most=3000, rows=4
            )
        if parts and one.party:
            self.fields[f"leave-{one.key}"] = forms.MultipleChoiceField(
                label=_("What does the copy for %(name)s leave out of the plan?") % name, required=False,
                choices=list(parts), widget=forms.CheckboxSelectMultiple,
                help_text=_("Tick whatever this person must not see."),
            )  # fmt: skip
        if tells and one.party:
            self.fields[f"tells-{one.key}"] = forms.MultipleChoiceField(
                label=_("What does the copy for %(name)s tell?") % name, required=False,
                choices=list(tells), widget=forms.CheckboxSelectMultiple, help_text=self._unticked(),
            )  # fmt: skip
        if progress and one.party:
            self.fields[f"progress-{one.key}"] = forms.MultipleChoiceField(
                label=_("Which words of progress does the copy for %(name)s tell?") % name, required=False,
                choices=list(progress), widget=forms.CheckboxSelectMultiple,
                help_text=_("What you do not tick stands in the versions for the court alone."),
            )  # fmt: skip
        self.fields[f"because-{one.key}"] = Prose(label=_("Why no copy goes to %(name)s") % name, most=2000)

    def clean(self) -> dict[str, Any]:
        """Who gets none has a reason; what the document is for is written, in one language at least."""
        given = super().clean() or self.cleaned_data
        for name in self.worded_parts():
            is_needed = name == "words" or self.paper is Paper.END
            goes = self.paper is not Paper.CLOSING or self._goes_to_an_adult()
            if is_needed and goes and not any(given.get(f"{name}-{one}") for one in self.shared):
                self.add_error(f"{name}-{self.shared[0]}", _("Write this in one language at least"))
        for one in self.readers:
            known = {"name": _name(one)}
            goes_to = given.get(f"goes-{one.key}")
            if goes_to is False and not given.get(f"because-{one.key}"):
                self.add_error(f"because-{one.key}", _("Write down why no copy goes to %(name)s") % known)
            for language in one.languages if one.child and goes_to else ():
                if not given.get(f"words-{one.key}-{language}"):
                    said = _("Write what %(name)s is to know, %(language)s")
                    self.add_error(
                        f"words-{one.key}-{language}", said % {**known, "language": IN_LANGUAGE[language]}
                    )
        return given

    def _goes_to_an_adult(self) -> bool:
        return any(self.cleaned_data.get(f"goes-{one.key}") for one in self.readers if one.party)

    @property
    def typed(self) -> Typed:
        """What was decided and written, as far as it is there."""
        given, always = self.cleaned_data, goes_to_court(self.paper) is ToCourt.ALWAYS
        return Typed(
            words=self._in_each("words", self.shared),
            views=self._in_each("views", self.shared),
            of_child={
                one.child.pk: self._in_each(f"words-{one.key}", one.languages)
                for one in self.readers if one.child
            },
            asks=str(given.get("asks") or ""),
            to_court=always or given.get("to_court") is True,
            left_out={
                one.party.pk: given.get(f"leave-{one.key}") or [] for one in self.readers if one.party
            },
            tells={one.party.pk: given.get(f"tells-{one.key}") or [] for one in self.readers if one.party},
            progress={
                one.party.pk: [int(pk) for pk in given.get(f"progress-{one.key}") or ()]
                for one in self.readers if one.party
            },
            without={
                one.key: str(given.get(f"because-{one.key}") or "")
                for one in self.readers if given.get(f"goes-{one.key}") is False
            },
        )  # fmt: skip

    def _in_each(self, name: str, languages: Sequence[Language]) -> dict[Language, str]:
        found = {one: str(self.cleaned_data.get(f"{name}-{one}") or "") for one in languages}
        return {one: text for one, text in found.items() if text}

    def own(self) -> list[BoundField]:
        """The boxes about the document itself, for the page."""
        names = [f"{name}-{one}" for name in self.worded_parts() for one in self.shared]
        return [self[name] for name in ("asks", *names, "to_court") if name in self.fields]

    def asked(self) -> list[tuple[Reader, list[BoundField]]]:
        """Each reader with their boxes, for the page."""
        found = []
        for one in self.readers:
            words = [f"words-{one.key}-{language}" for language in one.languages if one.child]
            names = [
                f"goes-{one.key}",
                *words,
                f"tells-{one.key}",
                f"leave-{one.key}",
                f"progress-{one.key}",
                f"because-{one.key}",
            ]
            found.append((one, [self[name] for name in names if name in self.fields]))
        return found
