CREATE TABLE notes (name TEXT PRIMARY KEY, text TEXT NOT NULL);
INSERT INTO notes VALUES ('milk', 'one bottle');
PRAGMA user_version = 1;
