import obstore
from bucket import open_bucket, serving

with serving() as url:
    store = open_bucket(url)
    store.put("photo.jpg", b"old")
    writer = obstore.open_writer(store, "photo.jpg")
    writer.write(b"new " * 3_000_000)
    print("after 12 MB:", bytes(store.get("photo.jpg").bytes()))
    writer.close()
    print("after close():", store.head("photo.jpg")["size"], "bytes")
