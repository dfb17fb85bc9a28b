python write.py & wait
python -c 'print(open("note.txt").read())'
