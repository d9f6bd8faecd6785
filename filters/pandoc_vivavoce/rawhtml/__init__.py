"""Raw HTML among pandoc's elements, made into elements."""
