strace -f -y -e trace=fsync,fdatasync -e signal=none \
    -o trace.txt python ways.py
