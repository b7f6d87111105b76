"""One page for the court before a hearing: the short-notice letter, and the note of what is missing."""
