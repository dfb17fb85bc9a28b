set -e
python -m pip wheel --quiet --no-build-isolation --no-index \
    --no-deps --wheel-dir dist .
python -m zipfile -l dist/periodic-1.0-py3-none-any.whl |
    grep -o '^periodic/[^ ]*'
