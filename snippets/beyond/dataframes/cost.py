from importlib.metadata import files

NEEDS = {
    "pandas with numpy": ["pandas", "numpy"],
    "pyarrow": ["pyarrow"],
    "polars": ["polars", "polars-runtime-32"],
}
for label, packages in NEEDS.items():
    size = sum(
        file.locate().stat().st_size
        for package in packages
        for file in files(package) or []
        if file.suffix != ".pyc"
    )
    print(f"{label:18}{round(size / 1e6, -1):4.0f} MB")
