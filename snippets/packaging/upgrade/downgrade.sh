set -e
export XDG_DATA_HOME="$PWD/data"
python -m pip --python env/bin/python install --quiet --no-index \
    dist/readinglist-1.0-py3-none-any.whl
env/bin/readinglist
