echo "old: 100 points" > score.txt
python power_loss.py -- python mine.py || echo "status $?"
python power_loss.py -- python cured.py && echo "status $?"
