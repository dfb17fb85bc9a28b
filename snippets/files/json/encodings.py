from pathlib import Path

path = Path("names.json")
for name, written, read in (
    ("Ján Á", "UTF-8", "CP1252"),
    ("Jürgen", "CP1252", "UTF-8"),
    ("Jürgen", "UTF-8", "ASCII"),
):
    path.write_text(f'["{name}"]', encoding=written)
    try:
        path.read_text(encoding=read)
    except UnicodeDecodeError as error:
        print(f"{written} read as {read}: UnicodeDecodeError: {error}")
    print(path.read_text(encoding=written))
