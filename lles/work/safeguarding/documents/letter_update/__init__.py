"""The update to the safeguarding letter: what has become known since it was filed."""
