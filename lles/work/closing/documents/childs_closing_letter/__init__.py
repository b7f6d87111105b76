"""The closing letter to a child, in the words of three ages: two whole letters filled from the same facts."""
