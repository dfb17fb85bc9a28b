import gzip

with gzip.open("note.gz", "w") as file:
    file.write("tea")
