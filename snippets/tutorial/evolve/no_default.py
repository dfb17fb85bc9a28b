import readinglist

readinglist.STEPS += [
    "ALTER TABLE books ADD COLUMN year INTEGER",
    "ALTER TABLE books ADD COLUMN pages INTEGER NOT NULL",
]
with readinglist.open_list():
    pass
