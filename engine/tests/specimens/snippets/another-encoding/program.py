# coding: latin-1
print("hello")
