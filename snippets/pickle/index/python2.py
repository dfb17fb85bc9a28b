from pathlib import Path

# Python 2.7.18: pickle.dumps({"name": "Zo\xc3\xab", "seen":
# datetime.datetime(2009, 7, 1, 9, 30)}, 2)
Path("python2.pickle").write_bytes(
    b"\x80\x02}q\x00(U\x04seenq\x01cdatetime\ndatetime\nq\x02U\n"
    b"\x07\xd9\x07\x01\t\x1e\x00\x00\x00\x00q\x03\x85q\x04Rq\x05"
    b"U\x04nameq\x06U\x04Zo\xc3\xabq\x07u."
)
