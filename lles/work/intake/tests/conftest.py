"""Fixtures that stand beside the helpers of these tests."""

from lles.work.intake.tests.registering import arrival, intake, registration

__all__ = ["arrival", "intake", "registration"]
