import zipfile

with zipfile.ZipFile("export.zip") as file:
    print("first damaged file:", file.testzip())
    for name in file.namelist():
        print(name, file.read(name))
