rm -rf app host && mkdir app host

# The container has a disk of its own, and nothing is mounted.
unshare --map-root-user --mount sh -c '
    mount -t tmpfs own app
    python save.py
'
test -e app/plan.txt || echo "without a mount, the plan is gone"

# The same with -v ./host:/app
unshare --map-root-user --mount sh -c '
    mount --bind host app
    python save.py
'
echo "with a mount: $(cat host/plan.txt)"
