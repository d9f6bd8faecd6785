project = "Translated"
author = copyright = "The authors"
version = "1"
extensions = ["sphinx_vivavoce"]
locale_dirs = ["locale"]
gettext_uuid = False
