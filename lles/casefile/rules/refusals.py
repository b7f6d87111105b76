"""Why something may not leave, by the kind of what it tells; the reason never repeats the detail."""

from collections.abc import Mapping

from lles.law.bilingual import Text

_REASONS: Mapping[str, Text] = {
    "address": Text(en="It holds an address that is protected from this reader.",
                    cy="Mae'n cynnwys cyfeiriad sydd wedi'i ddiogelu rhag y darllenydd hwn."),
    "postcode": Text(en="It holds a postcode that is protected from this reader.",
                     cy="Mae'n cynnwys cod post sydd wedi'i ddiogelu rhag y darllenydd hwn."),
    "phone": Text(en="It holds a telephone number that is protected from this reader.",
                  cy="Mae'n cynnwys rhif ffôn sydd wedi'i ddiogelu rhag y darllenydd hwn."),
    "email": Text(en="It holds an e-mail address that is protected from this reader.",
                  cy="Mae'n cynnwys cyfeiriad e-bost sydd wedi'i ddiogelu rhag y darllenydd hwn."),
    "name": Text(en="It names a person whose name is protected from this reader.",
                 cy="Mae'n enwi person y mae ei enw wedi'i ddiogelu rhag y darllenydd hwn."),
    "source": Text(en="It names a school or somebody else close to a child; they are told by what they are.",
                   cy="Mae'n enwi ysgol neu rywun sy'n agos at blentyn; dywedir beth ydynt, nid yr enw."),
    "town": Text(en="It names the town or village of a protected address.",
                 cy="Mae'n enwi tref neu bentref cyfeiriad sydd wedi'i ddiogelu."),
    "district": Text(en="It holds the first half of a protected postcode.",
                     cy="Mae'n cynnwys hanner cyntaf cod post sydd wedi'i ddiogelu."),
    "street": Text(en="It holds part of the street of a protected address.",
                   cy="Mae'n cynnwys rhan o stryd cyfeiriad sydd wedi'i ddiogelu."),
    "house": Text(en="It holds part of the name of a protected house.",
                  cy="Mae'n cynnwys rhan o enw tŷ sydd wedi'i ddiogelu."),
    "body": Text(en="It names a council or a police force from which this reader can tell where somebody"
                    " lives.",
                 cy="Mae'n enwi cyngor neu heddlu sy'n dangos i'r darllenydd hwn ble mae rhywun yn byw."),
    "code": Text(en="It holds the dialling code of a protected telephone number.",
                 cy="Mae'n cynnwys cod deialu rhif ffôn sydd wedi'i ddiogelu."),
    "letters": Text(en="It says with which letters a protected postcode begins.",
                    cy="Mae'n dweud â pha lythrennau y mae cod post sydd wedi'i ddiogelu yn dechrau."),
    "part": Text(en="It may tell where somebody lives, and nobody has said why that may be told.",
                 cy="Gall ddangos ble mae rhywun yn byw, ac nid oes neb wedi dweud pam y ceir ei ddatgelu."),
    "not_passed": Text(en="Nobody let this file out to this reader when it was sealed.",
                       cy="Ni ryddhaodd neb y ffeil hon i'r darllenydd hwn pan gafodd ei selio."),
    "unreadable": Text(en="The file cannot be read, so nobody can say what it holds.",
                       cy="Ni ellir darllen y ffeil, felly ni all neb ddweud beth sydd ynddi."),
}  # fmt: skip


def why_refused(kind: str) -> Text:
    """The reason in both languages."""
    return _REASONS[kind]
