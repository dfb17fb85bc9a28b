import socket

try:
    socket.create_connection(("example.org", 80))
except OSError:
    print("offline")
