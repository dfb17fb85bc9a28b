import sys

import other_names

sys.path.insert(0, "numpy_1")
other_names.MODULES["numpy._core"] = "numpy.core"
array = other_names.load("array.pickle")
print(array.shape, list(array.data))
