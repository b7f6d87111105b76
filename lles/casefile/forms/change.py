"""A form that makes one change: it knows what its reader had seen, and asks a reason for each warning."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms.boundfield import BoundField
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.form import Form
from lles.casefile.queries.provisions import provision_of
from lles.law.bilingual import Language
from lles.law.findings import Finding, Reason

REASON, SHOWN = "reason-", "shown-"
NOT_SEEN = -1
KEPT_WHERE_EMPTY = _(
    "What stands here names a protected place or number, so the box is empty. Left empty, it stays as it is."
)
NOT_TAKEN_OVER = _(
    "What stood here names a protected place or number and is not taken over. Write it again without that."
)


class SeenField(forms.IntegerField):
    """What the page showed when it was opened; a form that does not say has seen nothing."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> int:
        try:
            return int(value)
        except (TypeError, ValueError):
            return NOT_SEEN


class Prose(forms.CharField):
    """A box for text that may stay empty, or whose absence the rules weigh; it is not marked as optional."""

    def __init__(self, *, most: int, rows: int = 2, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)
        self.validators.append(MaxLengthValidator(most, _("Use %(limit_value)s characters or fewer")))

    def clean(self, value: Any) -> str:
        text = str(value or "").strip()
        if text:
            self.run_validators(text)
        return text


class ChangeForm(Form):
    """The form of a page that changes a case."""

    seen = SeenField(required=False)
    seen_entry = SeenField(required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, language: Language = "en", **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.language: Language = language
        self._kept: Mapping[str, str] = {}
        for name in [name for name in self.data if name.startswith(REASON)]:
            if provision := provision_of(name.removeprefix(REASON)):
                says = provision.says.said(language)
                self._ask(provision.id, says, provision.citation.said(language))
                self._bring_back(provision.id)

    def keep_where_empty(self, standing: Mapping[str, str]) -> None:
        """Leaves these words out of their boxes, by the name of each; where one stays empty, they stand."""
        self._kept = {name: words for name, words in standing.items() if name in self.fields}
        for name in self._kept:
            self.fields[name].help_text = KEPT_WHERE_EMPTY
            self.fields[name].required = False

    def leave_out(self, boxes: Iterable[str]) -> None:
        """Says of these boxes that what stood before is not taken over into them."""
        for name in boxes:
            if name in self.fields:
                self.fields[name].help_text = NOT_TAKEN_OVER

    def clean(self) -> dict[str, Any] | None:
        """What stands and was not put into its box stays where nothing else was written."""
        given = super().clean() or self.cleaned_data
        for name, words in self._kept.items():
            if name in given and not given[name]:
                given[name] = words
        return given

    @property
    def reasons(self) -> dict[str, str]:
        """The reason given for each warning, by its provision."""
        asked = [name.removeprefix(REASON) for name in self.fields if name.startswith(REASON)]
        return {provision: self._reason(provision) for provision in asked}

    @property
    def reason_fields(self) -> list[BoundField]:
        """The fields for reasons with what they answer, for a page that draws its other fields one by one."""
        return [self[name] for name in self.fields if name.startswith((REASON, SHOWN))]

    def weigh(self, findings: Iterable[Finding]) -> None:
        """Says what the rules found: what bars as an error, what warns as a question for a reason."""
        findings = tuple(findings)
        for finding in findings:
            if finding.bars:
                says = finding.says.said(self.language)
                self.add_error(None, f"{says} ({self._section_of(finding.provision)})")
        for provision, found in self._warnings(findings).items():
            self._show(provision, found)
            asked = _("Give your reason for going on: %(section)s") % {"section": self._section_of(provision)}
            self.add_error(f"{REASON}{provision}", asked)

    def expect(self, findings: Iterable[Finding], given: Mapping[str, str] = MappingProxyType({})) -> None:
        """Asks a reason for each warning before anything was pressed; one that was `given` before stands in
        its box."""
        for provision, found in self._warnings(findings).items():
            self._show(provision, found)
            if provision in given:
                self.initial.setdefault(f"{REASON}{provision}", given[provision])

    def confirm(self, name: str, of: str, label: Any, error: Any) -> None:
        """Asks whether something unlikely that was typed is right, by a box below it, and goes on once it is
        ticked."""
        self.offer_to_confirm(name, of, label)
        if not self.data.get(name):
            self.add_error(name, error)

    def offer_to_confirm(self, name: str, of: str, label: Any) -> None:
        """Puts the box by which something unlikely is said to be right below its field."""
        before = list(self.fields)
        self.fields[name] = forms.BooleanField(label=label, required=False)
        self.order_fields([*before[: before.index(of) + 1], name, *before[before.index(of) + 1 :]])

    def _warnings(self, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
        warnings: dict[str, list[Finding]] = {}
        for finding in findings:
            if finding.warns:
                warnings.setdefault(finding.provision, []).append(finding)
        return warnings

    def _show(self, provision: str, found: Iterable[Finding]) -> None:
        """Asks the reason for what was found; the page brings back what it showed, not what it brought."""
        found = tuple(found)
        lines = dict.fromkeys(one.says.said(self.language) for one in found)
        self._ask(provision, " ".join(lines), self._section_of(provision))
        self._bring_back(provision)
        marks = " ".join(one.mark for one in found)
        self.initial[f"{SHOWN}{provision}"] = marks
        if self.is_bound:
            typed = MultiValueDict(self.data) if isinstance(self.data, MultiValueDict) else dict(self.data)
            typed[f"{SHOWN}{provision}"] = marks
            self.data = typed

    def _bring_back(self, provision: str) -> None:
        self.fields[f"{SHOWN}{provision}"] = forms.CharField(required=False, widget=forms.HiddenInput)

    def _reason(self, provision: str) -> str:
        given = str(self.cleaned_data.get(f"{REASON}{provision}", ""))
        shown = self.data.get(f"{SHOWN}{provision}")
        return given if shown is None else Reason(given, shown.split())

    def _ask(self, provision: str, says: str, section: str) -> None:
        """Asks the reason under what was found; a question that stood there before says the new finding."""
        name = f"{REASON}{provision}"
        asked = Prose(label=says, help_text=section, most=2000)
        self.fields[name] = asked
        box = self[name]
        box.field, box.label, box.help_text = asked, says, section

    def _section_of(self, provision: str) -> str:
        found = provision_of(provision)
        return found.citation.said(self.language) if found else provision
