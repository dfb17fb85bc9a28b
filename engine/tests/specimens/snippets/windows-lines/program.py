TEXT = """a
b"""
print(repr(TEXT))
