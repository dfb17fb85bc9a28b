import zipfile

with zipfile.ZipFile("export.zip") as file:
    print(file.namelist())
