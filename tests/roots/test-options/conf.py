project = "Options"
author = copyright = "The authors"
version = "1"
extensions = ["sphinx_vivavoce"]
