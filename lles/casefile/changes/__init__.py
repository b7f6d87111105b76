"""Every change of the casefile, each under the door."""
