"""The frame around every page: layout, languages, what is kept for the reader, pages for what went wrong."""
