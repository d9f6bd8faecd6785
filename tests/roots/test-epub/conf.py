project = "Conversations"
author = copyright = "The authors"
version = release = "1"
language = "en"
extensions = ["sphinx_vivavoce"]
exclude_patterns = ["talks"]

epub_title = "Conversations"
epub_author = epub_publisher = epub_copyright = "The authors"
# Sphinx writes the one into the package and the other into the NCX: they have to be the same.
epub_identifier = epub_uid = "conversations-1"
epub_description = "Two conversations, and who speaks in them."
epub_show_urls = "no"
epub_use_index = False
