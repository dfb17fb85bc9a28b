print("hel lo")
