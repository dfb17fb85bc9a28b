rm -rf app host && mkdir app host
touch host/notes.db

# -v ./host/notes.db:/app/notes.db
unshare --map-root-user --mount sh -c '
    mount -t tmpfs own app
    touch app/notes.db
    mount --bind host/notes.db app/notes.db
    python add.py
'
echo "the file is mounted: $(python read.py)"

# -v ./host:/app
unshare --map-root-user --mount sh -c '
    mount --bind host app
    python add.py
'
echo "the folder is mounted: $(python read.py)"
