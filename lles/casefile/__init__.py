"""What is on the file: the case and everything at least two pieces of work need; the door in, the sight
and the gate out."""
