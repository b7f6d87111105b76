"""Why a day cannot be reckoned: one family of refusals, each with its reason in both languages."""

from lles.law.bilingual import Text


class NotReckoned(LookupError):
    """A day cannot be reckoned from the facts and the law at hand; `says` is the reason a page shows.

    NotReckoned             what a rule reckons from is not known
      +-- YearOutsideTable  the closed days of that year are not entered
      +-- NoValueOnDay      the law holds no number for that day
      +-- DayOutOfReach     the counting leads to a day that no calendar can write
    """

    def __init__(self, says: Text, plain: str = "") -> None:
        super().__init__(plain or says.en)
        self.says = says
