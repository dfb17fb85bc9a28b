MARK = r"\N"  # no note of ours is just this


def write_cell(value):
    if value == MARK:
        raise ValueError(f"{MARK} is the mark for None")
    return MARK if value is None else value


def read_cell(cell):
    return None if cell == MARK else cell
