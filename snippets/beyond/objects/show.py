from bucket import open_bucket, serving
from change import read

with serving() as url:
    books, _ = read(open_bucket(url), "list.json")
    print(books)
