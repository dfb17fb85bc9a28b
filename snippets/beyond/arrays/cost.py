from weight import megabytes, modules

NEEDS = {
    "numpy": ["numpy"],
    "safetensors": ["safetensors"],
    "zarr": ["zarr", "numcodecs", "google-crc32c", "donfig", "pyyaml"],
}
for name, packages in NEEDS.items():
    size, loaded = megabytes(*packages), modules(f"import {name}")
    print(f"{name:12}{size:5.0f} MB {loaded:4} modules")
