"""The skeleton of a piece of work: what `lles new work` writes, a whole piece that passes every contract."""
