python -m pip wheel --quiet --no-index --no-build-isolation --no-deps .
python -m pip --python env/bin/python install --quiet --no-index \
    readinglist-1.0-py3-none-any.whl
