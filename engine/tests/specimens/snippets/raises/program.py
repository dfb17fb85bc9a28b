ready = 1
print(ready / 0)
