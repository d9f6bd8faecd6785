"""The looks that turns get for a writer and a layout."""
