import socket

socket.create_connection(("example.org", 80))
