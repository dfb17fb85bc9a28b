from pathlib import Path

for name in ("people.json", "people.pickle", "people.dat", "people.db"):
    data = Path(name).read_bytes()
    print(name, data[:24])
    if b"datetime" in data:
        print("    names Python's datetime")
