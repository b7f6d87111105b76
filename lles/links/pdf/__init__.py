"""Documents on paper: a template and plain values become an accessible, archivable PDF.

`render` sets one document in this process; `RenderingProcess` does the same in processes of its own,
so that the memory of the type-setter never counts against a web worker.
"""

from lles.links.pdf.characters import UnprintableText, unprintable
from lles.links.pdf.process import RenderingProcess
from lles.links.pdf.typeset import RenderingFailed, render

__all__ = ["RenderingFailed", "RenderingProcess", "UnprintableText", "render", "unprintable"]
