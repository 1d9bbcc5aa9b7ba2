"""What a person puts right in the tables, kept in a file that every run applies again."""

from pipeline.corrections.apply import Corrections
from pipeline.corrections.read import Correction, CorrectionsError, corrections_file, read_corrections

__all__ = ["Correction", "Corrections", "CorrectionsError", "corrections_file", "read_corrections"]
