"""The pages of the casefile. A page is had through the officer who asks: see `sight`."""

from lles.casefile.views.sight import CaseView, OfficerView, pdf_response

__all__ = ["CaseView", "OfficerView", "pdf_response"]
