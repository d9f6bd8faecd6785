"""One document read: bytes to text, its front matter and its language, blocks of any format.

Text becomes the blocks that recognition works on: `source` tells the formats apart, HTML goes on
to `vivavoce.page`, transcripts have a package of their own.
"""
