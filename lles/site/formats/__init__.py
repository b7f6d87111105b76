"""Numbers and days as Django shows and reads them: the same in both languages."""
