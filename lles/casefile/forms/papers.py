"""A paper that came by post, by e-mail or by hand: the file, what it is, from whom, and when it came."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.names import is_a_name
from lles.casefile.forms.people import LANGUAGES, PastDayField
from lles.casefile.forms.worded import WordedForm
from lles.links.uploads import MOST_BYTES

KINDS = (
    "application",
    "answer",
    "contact_details",
    "statement",
    "report",
    "order",
    "letter",
    "evidence",
    "other",
)
WAYS = ("post", "email", "by_hand")
ORDER, NO_ORDER = "order", "none"
TOO_LARGE = _("The file is larger than 25 MB. Ask for it in several smaller files.")
LEFT_OUT = "lles_file_left_out"
NOBODY = "else"  # nobody of the case wrote it


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


class PaperForm(WordedForm):
    """A paper with its file."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "kind": ("paper", KINDS), "came_by": ("came_by", WAYS),
    }  # fmt: skip

    file = forms.FileField(
        label=_("The file"),
        help_text=_("PDF, Word (docx), OpenDocument text, JPEG, PNG or plain text, at most 25 MB."),
        error_messages={"required": _("Choose the file"), "empty": _("The file is empty. Choose another.")},
    )
    kind = forms.ChoiceField(label=_("What is it?"), widget=forms.RadioSelect)
    written_by = forms.ChoiceField(
        label=_("Who wrote it?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose who wrote it")},
    )  # fmt: skip
    sender = forms.CharField(
        label=_("If somebody else, who is it from?"), max_length=200, required=False, validators=[is_a_name]
    )
    written_in = forms.ChoiceField(
        label=_("In which language is it written?"), widget=forms.RadioSelect,
        choices=[*LANGUAGES, ("other", _("Another, several or none"))],
        help_text=_("Whoever writes in Welsh is answered in Welsh, unless they have chosen English."),
        error_messages={"required": _("Choose in which language it is written")},
    )  # fmt: skip
    came_by = forms.ChoiceField(label=_("How did it come?"), widget=forms.RadioSelect)
    received_on = PastDayField(label=_("When did it come?"))
    order = forms.ChoiceField(
        label=_("If it is an order that is recorded already: which one?"), required=False,
        help_text=_("An order that is not recorded yet then waits to be recorded."),
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, adults: Sequence[tuple[int, str]],
        orders: Sequence[tuple[str, str]], left_out: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.left_out = left_out
        people = [(str(pk), name) for pk, name in adults]
        self.offer("written_by", [*people, (NOBODY, gettext("Somebody else"))])
        self.offer("order", orders, none=_("It is not recorded yet, or it is no order"))
        if not orders:
            del self.fields["order"]
        if left_out:
            self.fields["file"].error_messages["required"] = TOO_LARGE

    def clean_file(self) -> "UploadedFile[Any]":
        """A file of a size that is taken."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if file.size and file.size > MOST_BYTES:
            raise ValidationError(TOO_LARGE)
        return file

    def clean(self) -> dict[str, Any]:
        """Whoever is not in the case has a name; a browser does not keep a chosen file when a page is shown
        again."""
        given = super().clean() or self.cleaned_data
        if given.get("written_by") == NOBODY and not given.get("sender") and "sender" not in self.errors:
            self.add_error("sender", _("Enter who it is from"))
        if given.get("order") and given.get("kind") != ORDER and "kind" not in self.errors:
            self.add_error("order", _("Only an order is the paper of an order: choose what it is again"))
        if self.errors and "file" not in self.errors:
            self.add_error("file", _("Choose the file again"))
        return given


class OrderOfPaperForm(ChangeForm):
    """Which order stands in a paper that came, or that none does."""

    order = forms.ChoiceField(
        label=_("Which order stands in it?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose the order, or that it is none")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("How do you know?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say how, in a few words")},
    )  # fmt: skip
    instead = forms.BooleanField(
        label=_("What was said of this paper before is wrong"), required=False,
        help_text=_("If you do not tick this, the order is added to those named above."),
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, orders: Sequence[tuple[str, str]], is_known: bool,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        if not is_known:
            del self.fields["instead"]
        order = self.fields["order"]
        assert isinstance(order, forms.ChoiceField)
        order.choices = [*orders, (NO_ORDER, _("It is no order of the court"))]
