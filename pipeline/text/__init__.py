"""The text stage: `clean` makes of a page's blocks the cleaned, simplified text that everything after it reads.

`clean(blocks)` gives a `CleanText`; `simplify` and `script_of` are for short texts such as titles. The steps, one module each: `characters`
(look-alikes, invisible characters), `script` and `convert` (traditional to simplified), `breaks` (line ends put back), `punctuation`,
`spacing`, `lines` (line ends taken out), and `mojibake` (what was decoded wrongly). All of them carry along where each character comes from
(`traced`).
"""

from pipeline.text.clean import Block, CleanText, clean
from pipeline.text.convert import simplify
from pipeline.text.script import Script, script_of

__all__ = ["Block", "CleanText", "Script", "clean", "script_of", "simplify"]
