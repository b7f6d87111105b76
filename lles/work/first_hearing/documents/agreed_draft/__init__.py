"""What the parties have agreed: a draft for the court."""
