"""The staff's own pages, over everything they work on: Today, Find, and the way between the pages."""
