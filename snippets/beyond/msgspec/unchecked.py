import msgspec
from old import Book

data = msgspec.json.encode(Book("Emma", "1815"))
print("saved:", data.decode())
try:
    msgspec.json.decode(data, type=Book)
except msgspec.ValidationError as error:
    print("ValidationError:", error)
print("not strict:", msgspec.json.decode(data, type=Book, strict=False))
