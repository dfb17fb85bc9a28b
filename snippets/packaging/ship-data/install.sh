set -e
python -m venv --clear --without-pip env
python -m pip --python env/bin/python install --quiet --no-index \
    dist/periodic-1.0-py3-none-any.whl
mkdir -p elsewhere
cd elsewhere
../env/bin/periodic Au
