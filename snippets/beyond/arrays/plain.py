import ast
import json
import struct
from pathlib import Path

data = Path("heat.npy").read_bytes()
length = struct.unpack_from("<H", data, 8)[0]
header = ast.literal_eval(data[10 : 10 + length].decode())
values = memoryview(data)[10 + length :].cast("f")
print("npy:", header)

data = Path("both.safetensors").read_bytes()
length = struct.unpack_from("<Q", data)[0]
header = json.loads(data[8 : 8 + length])
print("safetensors:", header["heat"])
begin, end = header["heat"]["data_offsets"]
weights = memoryview(data)[8 + length :][begin:end].cast("f")

print("the same values:", values == weights)
