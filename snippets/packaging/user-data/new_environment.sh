set -e
python -m pip wheel --quiet --no-build-isolation --no-index \
    --no-deps --wheel-dir dist ./beside

renew_environment() {
    python -m venv --clear --without-pip env
    python -m pip --python env/bin/python install --quiet --no-index \
        dist/jotter-1.0-py3-none-any.whl
}

renew_environment
env/bin/jotter "Buy tea"
renew_environment
env/bin/jotter
