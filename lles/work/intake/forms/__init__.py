"""The forms of intake: settling an arrival, keying an application page by page, what comes on paper,
hearings."""
