python -m pytest -qq -W error
