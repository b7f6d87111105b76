"""How far the last page of a PDF is filled, between its margins."""

import pypdfium2

from lles.links.pdf_reader.document import one_at_a_time

_POINTS_OF_A_MM = 72 / 25.4


def filled_of(content: bytes, *, top_mm: float, bottom_mm: float) -> tuple[int, float]:
    """The number of pages, and which share of the last one's height holds text."""
    with one_at_a_time, pypdfium2.PdfDocument(content) as document:
        page = document[len(document) - 1]
        height, words = page.get_height(), page.get_textpage()
        upper, lower = height - top_mm * _POINTS_OF_A_MM, bottom_mm * _POINTS_OF_A_MM
        bottoms = [words.get_rect(number)[1] for number in range(words.count_rects())]
        lowest = min((bottom for bottom in bottoms if bottom > lower), default=upper)
        words.close()
        page.close()
        return len(document), (upper - lowest) / (upper - lower)
