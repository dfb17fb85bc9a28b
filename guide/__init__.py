"""What only this site knows: its computed parts, its lists, its verbs."""
