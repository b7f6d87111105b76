"""The introductory letter: two whole letters filled from the same facts."""
