"""The letters of enforcement to the adult it is about."""
