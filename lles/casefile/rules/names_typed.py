"""A name into which somebody typed where its bearer can be found: an address, a box, a number, a postcode.

Surnames are streets and houses as well (Lane, Close, Hall), so that a street counts with a number alone.
"""

from lles.casefile.rules.addresses import parse
from lles.casefile.rules.folding import fold
from lles.casefile.rules.places_typed import place_typed
from lles.casefile.rules.po_boxes import box_in
from lles.casefile.rules.written_forms import emails_in, phones_in, postcodes_in


def name_holds_a_place(name: str) -> bool:
    """Whether a name says where somebody can be found."""
    low = fold(name).low
    found = (box_in(low), *emails_in(low), *phones_in(low), *postcodes_in(low))
    if any(found) or any(one.is_street and one.numbers for one in parse(name).dwellings):
        return True
    typed = place_typed(name)
    return typed is not None and typed.is_sure
