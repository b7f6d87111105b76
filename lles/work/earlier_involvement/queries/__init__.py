"""What the register holds of people in other cases, and what was found and decided."""
