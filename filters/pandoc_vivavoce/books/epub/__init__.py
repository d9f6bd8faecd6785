"""A book as EPUB 3."""
