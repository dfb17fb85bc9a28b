import csv
import io
import json
import marshal
import pickle


def json_dumps(value):
    return json.dumps(value).encode()


def csv_dumps(value):
    text = io.StringIO(newline="")
    csv.writer(text).writerow([value])
    return text.getvalue().encode()


def csv_loads(data):
    return next(csv.reader(io.StringIO(data.decode(), newline="")))[0]


FORMATS = {
    "pickle": (pickle.dumps, pickle.loads),
    "marshal": (marshal.dumps, marshal.loads),
    "json": (json_dumps, json.loads),
    "csv": (csv_dumps, csv_loads),
}
