import pickle

from chain import Chain

chain = Chain(range(100_000))
try:
    pickle.dumps(chain.first)
except RecursionError as error:
    # Python 3.14 and newer add the size of the stack in brackets.
    print("RecursionError:", str(error).partition(" (")[0])
