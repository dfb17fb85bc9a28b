import json

print(json.kept)
