"""Proofs of what is sent to the courts."""
