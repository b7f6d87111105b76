"""The documents of safeguarding, one folder each: facts into two whole templates side by side."""
