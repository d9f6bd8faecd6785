project = "Options"
author = copyright = "The authors"
version = "1"
extensions = ["sphinx_vivavoce", "myst_parser"]
myst_enable_extensions = ["colon_fence"]
