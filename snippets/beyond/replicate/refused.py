import subprocess

from books import add
from litestream import command, lose

lose()
add("Dune")
OLD = ("-txid", "7777777777777777")
for each in (
    command("restore", "books.db"),
    command("restore", *OLD, "-o", "new.db", "books.db"),
    command("restore", "-o", "new.db", "notes.db"),
    command("restore", "books.db", config="none.yml"),
):
    done = subprocess.run(each, capture_output=True, text=True)
    print(done.returncode, done.stderr.strip())
