"""Containers: files that hold many documents (archives, crawls, exports of records), opened lazily and read as streams."""

from pipeline.containers.columns import Columns, ColumnsError
from pipeline.containers.contents import open_container
from pipeline.containers.record import Record

__all__ = ["Columns", "ColumnsError", "Record", "open_container"]
