from weight import megabytes, modules

NEEDS = {
    "pandas": ["pandas", "numpy"],
    "pyarrow": ["pyarrow"],
    "polars": ["polars", "polars-runtime-32"],
}
for name, packages in NEEDS.items():
    size = round(megabytes(*packages), -1)
    loaded = round(modules(f"import {name}"), -1)
    print(f"{name:9}{size:4.0f} MB {loaded:4} modules")
