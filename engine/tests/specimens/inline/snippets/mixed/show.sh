cat note.txt
echo
