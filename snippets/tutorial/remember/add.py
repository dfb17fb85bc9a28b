import readinglist

books = readinglist.load()
books["Dune"] = {"author": "Frank Herbert", "finished": False}
books["Emma"] = {"author": "Jane Austen", "finished": False}
readinglist.save(books)

print(books)
