set -e
python inside.py "Dune"
python -m pip --python env/bin/python install --quiet --no-index \
    dist/readinglist-2.0-py3-none-any.whl
echo "upgraded to 2.0"
python inside.py
