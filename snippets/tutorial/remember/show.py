import readinglist

print(readinglist.load())
