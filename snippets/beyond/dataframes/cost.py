from weight import megabytes

NEEDS = {
    "pandas with numpy": ["pandas", "numpy"],
    "pyarrow": ["pyarrow"],
    "polars": ["polars", "polars-runtime-32"],
}
for label, packages in NEEDS.items():
    print(f"{label:18}{round(megabytes(*packages), -1):4.0f} MB")
