strace -y -e trace=openat,chmod,write,fsync,/rename -o calls.txt \
    python die.py
sed -n '/\.new/,$p' calls.txt | sed -e '/exited/d' -e 's/ *= .*//' \
    -e 's/AT_FDCWD[^,]*, //' -e 's/[0-9]*</</' \
    -e 's/\.[0-9a-f]*\.new/.*.new/'
