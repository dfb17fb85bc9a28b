mkdir -p home work
(cd home && python ../visit.py)
(cd work && python ../visit.py)
ls home/* work/*
