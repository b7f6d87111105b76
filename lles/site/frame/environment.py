"""Jinja2 as the pages use it: GOV.UK components, gettext with named placeholders, our words and fields."""

from functools import cache
from typing import Any

from django.templatetags.static import static
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, Undefined
from jinja2.utils import missing

from lles.casefile.forms import field, problems
from lles.casefile.views.addresses import address
from lles.law.bilingual import opening
from lles.site.frame import words


class NothingSilent(Undefined):
    """A name that no view gave is an error when printed; a missing key of a component is just empty."""

    def __str__(self) -> str:
        if self._undefined_obj is missing:
            self._fail_with_undefined_error()
        return super().__str__()


def environment(**options: Any) -> Environment:
    """The Jinja2 environment of Django's back end."""
    components = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options["loader"] = ChoiceLoader([options["loader"], components])
    options["undefined"] = NothingSilent
    env = Environment(
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"], trim_blocks=True, lstrip_blocks=True, **options
    )
    env.install_gettext_callables(  # type: ignore[attr-defined]  # added by an extension
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    env.globals |= {"static": cache(static), "url": address, "field": field, "problems": problems}
    env.filters |= {
        "said": words.said,
        "opening": opening,
        "day": words.day,
        "short_day": words.short_day,
        "moment": words.moment,
        "clock": words.clock,
    }
    return env
