x = 1
x = 2  # --8<-- [start:two]
x = 3
# --8<-- [end:two]
