"""The stages from bytes to tables: plain functions, free of Prefect, each knowing the type it takes and the type it gives."""
