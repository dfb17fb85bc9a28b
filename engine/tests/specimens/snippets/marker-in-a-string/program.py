print("--8<-- [start:two]")
