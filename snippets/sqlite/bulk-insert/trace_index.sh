strace -f -y -e trace=pwrite64,write -e signal=none \
    -o trace_index.txt python index.py
