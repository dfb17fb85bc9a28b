kill -9 $PPID
