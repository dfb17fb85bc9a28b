try:
    {}["name"]
except KeyError as error:
    raise RuntimeError("no name") from error
