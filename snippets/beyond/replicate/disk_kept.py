from books import add, titles
from litestream import lose, replicating, restore, sync

lose("copy")
with replicating("hourly.yml") as copier:
    add("Dune")
    sync()
    add("Emma")
    copier.kill()

add("Middlemarch")  # while nothing copies
with replicating("hourly.yml"):
    sync()

lose()
restore()
print(titles())
