"""The reports of enforcement to the court."""
