"""The closing letter to an adult: two whole letters filled from the same facts."""
