from prices import price

print(price("cup"))
