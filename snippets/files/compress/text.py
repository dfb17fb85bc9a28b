import gzip

with gzip.open("note.gz", "wt", encoding="utf-8") as file:
    file.write("tea")
with gzip.open("note.gz", "rt", encoding="utf-8") as file:
    print(file.read())
