"""What we do: one folder for each piece of work; none knows another."""
