import json

log = '{"page": "json"}\n{"page": "csv"}\n'
print([json.loads(line) for line in log.splitlines()])
print(json.loads(log))
