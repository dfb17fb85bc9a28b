print("hello")
