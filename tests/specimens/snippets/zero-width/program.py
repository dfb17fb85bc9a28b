print("hel​lo")
