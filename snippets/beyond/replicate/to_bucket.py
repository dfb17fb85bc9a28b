import os

from books import add, titles
from bucket import serving
from litestream import lose, replicating, restore, sync

lose("server")
with serving() as url:
    os.environ["S3"] = url
    with replicating("bucket.yml"):
        add("Dune", "Emma")
        sync()
    lose()
    restore(config="bucket.yml")
    print(titles())
