"""Every text a file holds, wherever it hides: what the gate reads before anything leaves.

A PDF says more than its pages: metadata, bookmarks, notes, links, form fields, attachments, the words for
screen readers, earlier versions of itself. Pictures are not read: a photographed address is not found here.
The libraries that read PDF are loaded with the first file, so that a process that shows pages alone has none.
"""

from lles.links.pdf_reader.place import Place, UnreadablePdf
from lles.links.pdf_reader.plain import text_places

__all__ = ["Place", "UnreadablePdf", "filled", "places", "text_places"]


def places(content: bytes) -> tuple[Place, ...]:
    """Every text in a PDF with the place it stands in; raises UnreadablePdf where one could be missed."""
    from lles.links.pdf_reader.document import places_in

    return places_in(content)


def filled(content: bytes, *, top_mm: float, bottom_mm: float) -> tuple[int, float]:
    """The number of pages, and which share of the last one's height holds text."""
    from lles.links.pdf_reader.length import filled_of

    return filled_of(content, top_mm=top_mm, bottom_mm=bottom_mm)
