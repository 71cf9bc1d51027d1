"""Reading what people write: transcripts, tables, codebooks and settings."""
