"""Everything at once: every address, every reader, every answer of the courts; each proof with a control."""
