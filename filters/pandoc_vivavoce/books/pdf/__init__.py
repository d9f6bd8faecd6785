"""A book as PDF, set by Typst in this process or by one of pandoc's engines."""
