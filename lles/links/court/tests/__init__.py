"""Proofs of reading, polling and standing in for the courts' services."""
