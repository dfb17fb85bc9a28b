import numpy as np
from safetensors.numpy import load_file, save_file

table = np.array([[1, 2, 3], [4, 5, 6]], dtype="float32")
columns = table.T
for array in columns, np.ascontiguousarray(columns):
    save_file({"columns": array}, "columns.safetensors")
    loaded = load_file("columns.safetensors")["columns"]
    print(loaded.tolist(), np.array_equal(loaded, columns))
