number = 1
