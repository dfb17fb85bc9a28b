import readinglist

readinglist.STEPS.append("ALTER TABLE books ADD COLUMN pages INTEGER")
with readinglist.open_list():
    pass
