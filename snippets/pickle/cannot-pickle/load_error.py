import pickle

from limits import TooMany

data = pickle.dumps(TooMany("tea", 3))
print("saved")
pickle.loads(data)
