"""What officers type on the pages of safeguarding."""
