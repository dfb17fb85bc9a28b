import json
import pickle

import guard

bomb = []
for _ in range(20):
    bomb = [bomb, bomb]

data = pickle.dumps(bomb)
print("file:", len(data), "bytes")
print("as JSON:", len(json.dumps(guard.loads(data))), "bytes")
