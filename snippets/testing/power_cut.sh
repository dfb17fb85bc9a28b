python -m zipfile -e concepts-power-loss.zip .
mkdir -p cut
cp notes.py store.py save_note.py check_note.py cut
cd cut
python save_note.py
lab=../concepts-power-loss/programs/power_loss.py
for synchronous in FULL NORMAL
do
  python $lab --check check_note.py -- \
    python save_note.py new $synchronous || echo "status $?"
done
