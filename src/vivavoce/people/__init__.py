"""People: one participant for each person who speaks, with the name and role the document gives.

`identity` joins labels, `capitalised` finds what looks like names in the text, `fullnames` and
`introduction` look names up in the document, `roles` tells who asks, and `participants` puts them
together.
"""
