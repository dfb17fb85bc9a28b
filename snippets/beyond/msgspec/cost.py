from weight import megabytes, modules

print(f"msgspec: {megabytes('msgspec'):.1f} MB")
for name in "json", "dataclasses", "msgspec":
    print(f"import {name}: {modules(f'import {name}')} modules")
