"""The filter's own work: a document of pandoc's converted in place.

Read its leaves as the core's blocks (`astread`), have them recognised, write the reading back
(`plans`, `astwrite`); around that the settings and metadata of a document, the places in it where
the filter works, and front matter that a reader took for text.
"""
