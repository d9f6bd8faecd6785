"""Ways in which the world prints who speaks, each in one file; `registry` lists them."""
