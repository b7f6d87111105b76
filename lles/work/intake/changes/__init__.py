"""Taking what the courts send: the ledger, opening a case, bringing a case up to date."""
