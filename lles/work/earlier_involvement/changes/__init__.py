"""What is done about earlier involvement: looking, deciding, and orders by which leave is needed."""
