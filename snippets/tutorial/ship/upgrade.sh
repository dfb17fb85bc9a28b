mkdir -p next
cp -R src next/
sed 's/"1\.0"/"1.1"/' pyproject.toml > next/pyproject.toml

python -m pip wheel --quiet --no-index --no-build-isolation --no-deps \
    ./next
python -m pip --python env/bin/python install --no-index \
    readinglist-1.1-py3-none-any.whl | grep -o "Successfully.*"
env/bin/readinglist
