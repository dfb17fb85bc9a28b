TEXT = """a
   
b  
"""
print(TEXT)
