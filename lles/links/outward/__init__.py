"""What sends something to others. Only the gate of the casefile may import it."""
