"""What the pages say of themselves to machines: heads, feeds, maps, twins."""
