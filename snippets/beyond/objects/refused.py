import os
import re

from bucket import open_bucket, serving
from obstore.store import S3Store


def attempt(call, *arguments):
    try:
        call(*arguments)
    except Exception as error:
        line = str(error).replace(url, "URL").splitlines()[0]
        print(type(error).__name__)
        print("   ", re.sub(r" in [0-9.]+\S+|: <.xml.*", "", line))


with serving() as url:
    store = open_bucket(url)
    attempt(store.get, "none.json")
    plain = S3Store(
        "books", endpoint=url, retry_config={"max_retries": 0}
    )
    attempt(plain.get, "list.json")
    os.environ["AWS_SECRET_ACCESS_KEY"] = "wrong"
    attempt(open_bucket(url).get, "list.json")
