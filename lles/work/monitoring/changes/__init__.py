"""What changes in monitoring, by its subject."""
