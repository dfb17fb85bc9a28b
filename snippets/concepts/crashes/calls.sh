for level in off normal full extra
do
    strace -f -e trace=fsync,fdatasync -o calls.txt \
        python one_commit.py $level
    echo $level: $(grep -c 'sync(' calls.txt) fsync calls
done
