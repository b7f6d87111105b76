"""What only this piece of work stores."""

from lles.work.safeguarding.models.letter import Letter, Withholding

__all__ = ["Letter", "Withholding"]
