rm -rf app host && mkdir app host
echo "old plan" > host/plan.txt
touch app/plan.txt

# The same as -v ./host/plan.txt:/app/plan.txt
unshare --map-root-user --mount sh -c '
    mount --bind host/plan.txt app/plan.txt
    python save.py
'
