
print("\n\na\n")

