from bucket import keep_versions, open_bucket, serving

with serving() as url:
    store = open_bucket(url)
    keep_versions()
    first = store.put("notes.txt", b"first")["version"]
    store.put("notes.txt", b"second")
    store.delete("notes.txt")
    try:
        store.get("notes.txt")
    except FileNotFoundError:
        print("it is deleted")
    old = store.get("notes.txt", options={"version": first})
    print("before:", bytes(old.bytes()))
