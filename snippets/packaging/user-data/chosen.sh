set -e
rm -rf trial
NOTES_DATA=trial python read.py
find ~ trial -name notes.db
