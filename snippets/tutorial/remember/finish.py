import readinglist

books = readinglist.load()
books["Dune"]["finished"] = True
readinglist.save(books)
