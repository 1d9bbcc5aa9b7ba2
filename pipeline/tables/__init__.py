"""From analysed documents to published tables: one schema, stable ids, checked rows, CSV files and their data package."""
