python inside.py "Dune"

echo "installed again:"
python -m pip --python env/bin/python install --quiet --no-index \
    --force-reinstall --no-deps readinglist-1.1-py3-none-any.whl
python inside.py
