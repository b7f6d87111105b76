"""The safeguarding letter (in Wales, the safeguarding enquiries report)."""
