"""A paper that came by post, by e-mail or by hand: the file, what it is, from whom, and when it came."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.names import is_a_name
from lles.casefile.forms.people import DatedForm, PastDayField
from lles.casefile.timeline import word
from lles.law.bilingual import opening
from lles.links.uploads import MOST_BYTES

KINDS = ("application", "answer", "statement", "report", "order", "letter", "evidence", "other")
WAYS = ("post", "email", "by_hand")
TOO_LARGE = _("The file is larger than 25 MB. Ask for it in several smaller files.")
LEFT_OUT = "lles_file_left_out"


class NoMoreThanFits(FileUploadHandler):
    """Stops keeping a file once it is larger than any that is taken; the rest of it is read and forgotten."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.size += len(raw_data)
        if self.size > MOST_BYTES:
            assert self.request is not None
            self.request.META[LEFT_OUT] = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


class PaperForm(DatedForm):
    """A paper with its file."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("PDF, Word (docx), OpenDocument text, JPEG, PNG or plain text, at most 25 MB."),
        error_messages={"required": _("Choose the file"), "empty": _("The file is empty. Choose another.")},
    )
    kind = forms.ChoiceField(label=_("What is it?"), widget=forms.RadioSelect)
    sender = forms.CharField(
        label=_("Who is it from?"), max_length=200, validators=[is_a_name],
        error_messages={"required": _("Enter who it is from")},
    )  # fmt: skip
    came_by = forms.ChoiceField(label=_("How did it come?"), widget=forms.RadioSelect)
    received_on = PastDayField(label=_("When did it come?"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, left_out: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.left_out = left_out
        for name, group, values in (("kind", "paper", KINDS), ("came_by", "came_by", WAYS)):
            choice = self.fields[name]
            assert isinstance(choice, forms.ChoiceField)
            choice.choices = [
                (value, opening(word(f"{group}.{value}").said(self.language))) for value in values
            ]
        if left_out:
            self.fields["file"].error_messages["required"] = TOO_LARGE

    def clean_file(self) -> "UploadedFile[Any]":
        """A file of a size that is taken."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if file.size and file.size > MOST_BYTES:
            raise ValidationError(TOO_LARGE)
        return file

    def clean(self) -> dict[str, Any]:
        """A browser does not keep a chosen file when a page is shown again."""
        given = super().clean() or self.cleaned_data
        if self.errors and "file" not in self.errors:
            self.add_error("file", _("Choose the file again"))
        return given
