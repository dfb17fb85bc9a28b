import os
import signal
import zipfile

with zipfile.ZipFile("export.zip", "w", zipfile.ZIP_DEFLATED) as file:
    file.writestr("orders.json", '{"tea": 2}')
    file.writestr("stock.json", '{"tea": 40}')
    print("both are written", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
