"""Writing, previewing, withholding and filing the safeguarding letter."""
