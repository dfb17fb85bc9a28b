STEPS = [
    [  # version 1
        "CREATE TABLE tasks"
        " (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
    ],
    [  # version 2: done tasks no longer begin with an x
        "ALTER TABLE tasks ADD COLUMN done INTEGER NOT NULL DEFAULT 0",
        "UPDATE tasks SET done = 1, text = substr(text, 3)"
        " WHERE text LIKE 'x %'",
    ],
    [  # version 3
        "CREATE INDEX tasks_by_done ON tasks (done)",
    ],
]
