set -e
python -m pip --python env/bin/python uninstall --quiet --yes \
    readinglist
find env data -name '*.db' | sed 's#.*/site-packages/#site-packages/#'
