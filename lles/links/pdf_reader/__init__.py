"""Every text a file holds, wherever it hides: what the gate reads before anything leaves.

A PDF says more than its pages: metadata, bookmarks, notes, links, form fields, attachments, the words for
screen readers, earlier versions of itself. Pictures are not read: a photographed address is not found here.
"""

from lles.links.pdf_reader.document import places
from lles.links.pdf_reader.length import filled
from lles.links.pdf_reader.place import Place, UnreadablePdf
from lles.links.pdf_reader.plain import text_places

__all__ = ["Place", "UnreadablePdf", "filled", "places", "text_places"]
