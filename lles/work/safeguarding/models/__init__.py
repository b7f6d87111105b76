"""What only this piece of work stores."""

from lles.work.safeguarding.models.further import FurtherLetter, FurtherWithholding
from lles.work.safeguarding.models.letter import Letter, Withholding
from lles.work.safeguarding.models.screening import ApplicationScreened
from lles.work.safeguarding.models.sign_off import SignOff

__all__ = ["ApplicationScreened", "FurtherLetter", "FurtherWithholding", "Letter", "SignOff", "Withholding"]
