"""Fixtures that stand beside the helpers of these tests."""

from lles.work.safeguarding.tests.further_cases import filed, soon

__all__ = ["filed", "soon"]
