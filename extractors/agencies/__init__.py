"""Who does a task: the agencies named in notes, in `责任单位` lines and in table columns."""

from extractors.agencies.notes import Note, find_notes, first_leads_from, read_cell, read_closing
from extractors.records import Agency

__all__ = ["Agency", "Note", "find_notes", "first_leads_from", "read_cell", "read_closing"]
