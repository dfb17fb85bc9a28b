from tagged import dumps, loads

note = {"__type__": "set", "value": [1, 2]}
print(note, "comes back as", loads(dumps(note)))
