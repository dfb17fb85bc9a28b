import zipfile
from pathlib import Path

new = Path("export.new")
with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as file:
    file.writestr("orders.json", '{"tea": 2}')
    file.writestr("stock.json", '{"tea": 40}')
new.replace("export.zip")
