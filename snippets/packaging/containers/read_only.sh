# The same as -v ./host:/app:ro
unshare --map-root-user --mount sh -c '
    mount --bind host app
    mount -o remount,bind,ro app
    python save.py
'
