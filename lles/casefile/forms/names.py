"""What is typed as a name is a name: it is shown and printed where no place of anybody is."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lles.casefile.rules.names_typed import name_holds_a_place


def is_a_name(typed: str) -> None:
    """Refuses a name that holds an address or a number."""
    if name_holds_a_place(typed):
        raise ValidationError(
            _("This looks like an address or a telephone number. Write the name alone."), code="place"
        )
