jq -c '.[7]' people.json
sqlite3 people.db "SELECT * FROM people WHERE name = 'Alice 7'"
