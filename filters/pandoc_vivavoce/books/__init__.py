"""Books of one or many interviews: chapters, what stands around them, and their looks."""
