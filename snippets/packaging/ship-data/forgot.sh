set -e
mkdir -p forgot/src
cp -R src/periodic forgot/src/
python -m pip wheel --quiet --no-build-isolation --no-index \
    --no-deps --wheel-dir forgot ./forgot
python -m zipfile -l forgot/periodic-1.0-py3-none-any.whl |
    grep -o '^periodic/[^ ]*'
python -m venv --clear --without-pip env
python -m pip --python env/bin/python install --quiet --no-index \
    forgot/periodic-1.0-py3-none-any.whl
env/bin/periodic Au
