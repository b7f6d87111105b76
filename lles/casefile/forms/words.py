"""The words GOV.UK components say by themselves, given to them in the reader's language."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

# One count of each plural category: the browser chooses the sentence while one types.
CATEGORIES = {
    "en": {"one": 1, "other": 2},
    "cy": {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 6, "other": 4},
}
FREE_PLACE = {"count": "%{count}"}


def box_label(box: str) -> str:
    """The label of one box of a date."""
    return {"day": _("Day"), "month": _("Month"), "year": _("Year")}[box]


def password_words() -> dict[str, Any]:
    """What the box of a password says."""
    return {
        "showPasswordText": _("Show"),
        "hidePasswordText": _("Hide"),
        "showPasswordAriaLabelText": _("Show password"),
        "hidePasswordAriaLabelText": _("Hide password"),
        "passwordShownAnnouncementText": _("Your password is visible"),
        "passwordHiddenAnnouncementText": _("Your password is hidden"),
    }


def file_words() -> dict[str, Any]:
    """What the box of a file says."""
    return {
        "chooseFilesButtonText": _("Choose file"),
        "noFileChosenText": _("No file chosen"),
        "dropInstructionText": _("or drop file"),
        "enteredDropZoneText": _("Entered drop zone"),
        "leftDropZoneText": _("Left drop zone"),
    }


def count_words(most: int) -> dict[str, Any]:
    """What the counter below a long text says."""
    return {
        "textareaDescriptionText": ngettext(
            "You can enter up to %(count)s character", "You can enter up to %(count)s characters", most
        )
        % {"count": most},
        "charactersUnderLimitText": _each_category(
            lambda n: ngettext(
                "You have %(count)s character remaining", "You have %(count)s characters remaining", n
            )
        ),
        "charactersAtLimitText": _("You have 0 characters remaining"),
        "charactersOverLimitText": _each_category(
            lambda n: ngettext(
                "You have %(count)s character too many", "You have %(count)s characters too many", n
            )
        ),
    }


def _each_category(said: Callable[[int], str]) -> dict[str, str]:
    counts = CATEGORIES[get_language() or "en"]
    return {name: said(count) % FREE_PLACE for name, count in counts.items()}
