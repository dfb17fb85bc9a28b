import readinglist

books = readinglist.load()
books["Dune"]["tags"] = {"desert"}
try:
    readinglist.save(books)
except TypeError as error:
    print(error)

print("the file now:", readinglist.FILE.read_text(encoding="utf-8"))
