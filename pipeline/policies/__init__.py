"""Policy instruments: their canonical titles and places, and which of them a document is about or names."""
