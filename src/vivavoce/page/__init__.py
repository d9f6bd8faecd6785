"""HTML to blocks: the tree of a page, its furniture left out, its text walked once."""
