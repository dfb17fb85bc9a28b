from books import titles
from litestream import restore

restore()
print(titles())
