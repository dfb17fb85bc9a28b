import json

published = {1815: "Emma", 1965: "Dune"}
loaded = json.loads(json.dumps(published))
print(loaded, 1965 in loaded)

restored = {int(year): title for year, title in loaded.items()}
print(restored, restored == published)
