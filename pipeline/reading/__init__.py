"""Reading: from a folder of files to pages, whatever their encoding and format, without the site around the document."""

from pipeline.reading.find import Found, Problem, Source, find_sources
from pipeline.reading.page import Block, Page
from pipeline.reading.read import read

__all__ = ["Block", "Found", "Page", "Problem", "Source", "find_sources", "read"]
