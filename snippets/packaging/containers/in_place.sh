unshare --map-root-user --mount sh -c '
    mount --bind host/plan.txt app/plan.txt
    python in_place.py
'
cat host/plan.txt
ls app
