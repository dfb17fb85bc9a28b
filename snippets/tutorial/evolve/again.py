from readinglist import FILE, open_list

before = FILE.read_bytes()
with open_list():
    pass
print("same bytes:", FILE.read_bytes() == before)
