set -e
python -m zipapp src --main periodic:main --output periodic.pyz
mkdir -p elsewhere
cd elsewhere
python ../periodic.pyz Fe
