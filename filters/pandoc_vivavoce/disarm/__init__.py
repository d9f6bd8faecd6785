"""What acts in a browser, taken out of a document."""
