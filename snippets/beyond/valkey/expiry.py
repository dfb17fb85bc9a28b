from server import SAFE, running

with running(*SAFE) as client:
    client.set("report", "first", ex=3600)
    end = client.expiretime("report")
    client.set("report", "second", keepttl=True)
    same = client.expiretime("report") == end
    print(client.get("report"), "has the same end:", same)
    client.set("report", "third")
    print("no end:", client.ttl("report"))

    client.set("kept", "until the end")
    client.expireat("kept", end)
    client.pexpireat("report", 1)  # 1970
    print("after the end:", client.get("report"))

with running(*SAFE) as client:
    print("the server was killed")
    print("the same end:", client.expiretime("kept") == end)
