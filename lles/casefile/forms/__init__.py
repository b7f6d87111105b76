"""Forms of the casework: text in, typed values out, drawn with the components of GOV.UK in both languages."""

from lles.casefile.forms.fields import Asked, Boxes, ClockField, DateBoxesField, DateBoxesWidget, YesNoField
from lles.casefile.forms.form import SHOWN_AGAIN, Form, ShownAgain, problems, tidied
from lles.casefile.forms.renderer import GovukRenderer, field

__all__ = [
    "SHOWN_AGAIN",
    "Asked",
    "Boxes",
    "ClockField",
    "DateBoxesField",
    "DateBoxesWidget",
    "Form",
    "GovukRenderer",
    "ShownAgain",
    "YesNoField",
    "field",
    "problems",
    "tidied",
]
