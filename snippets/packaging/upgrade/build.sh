set -e
for version in v1 v2; do
    python -m pip wheel --quiet --no-build-isolation --no-index \
        --no-deps --wheel-dir dist ./$version
done
ls dist
