"""PDFs for tests, made by hand: pages of lines at given places, in a Chinese font that every reader knows without having it."""

from __future__ import annotations

from collections.abc import Iterable

#: A line: how far from the left in characters, how far from the top in lines, its text.
Placed = tuple[float, float, str]

_SIZE, _LEFT, _TOP, _LEADING = 12, 72, 770, 20


def pdf(pages: Iterable[Iterable[Placed]], *, extra: bytes = b"") -> bytes:
    """A PDF of these pages; `extra` goes into the trailer."""
    font = b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>"
    descendant = (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000"
        b"/FontDescriptor 5 0 R>>"
    )
    descriptor = (
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120"
        b"/CapHeight 880/StemV 93>>"
    )
    objects = [b"", b"", font, descendant, descriptor]
    kids = []
    for page in pages:
        drawn = b"".join(_drawn(*line) for line in page)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>" % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, extra, start))


def _drawn(column: float, line: float, text: str) -> bytes:
    across, up = _LEFT + column * _SIZE, _TOP - line * _LEADING
    return b"BT /F %d Tf %.1f %.1f Td <%s> Tj ET\n" % (_SIZE, across, up, text.encode("utf-16-be").hex().encode())
