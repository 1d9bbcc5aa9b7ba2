"""Who does a task: the agencies named in notes, in `责任单位` lines and in table columns."""

from extractors.agencies.notes import Note, find_notes, first_leads_from, read_cell

__all__ = ["Note", "find_notes", "first_leads_from", "read_cell"]
