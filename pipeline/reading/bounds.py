"""What bounds the reading of one document, so that no document takes more than seconds and a part of a gigabyte, whatever it holds.

The longest plans have 200,000 characters, a page around one ten thousand elements and a megabyte of markup.
"""

from __future__ import annotations

#: Bytes of one file or one document in a container. What is larger holds many documents, or none.
MOST_BYTES = 64 << 20
#: Bytes of a text or a page that are looked at; pictures set into the markup can make a page of several megabytes.
MOST_TEXT_BYTES = 32 << 20
#: Elements of a page: ten million `<td>` are no table.
MOST_ELEMENTS = 300_000
#: Characters of a page or a text, what is the site's with them, among which the document is looked for.
MOST_READ = 2_000_000
#: Characters and lines (paragraphs, items, rows) of a document that are analysed.
MOST_CHARACTERS, MOST_LINES = 300_000, 30_000
