print("""
```
code
```""")
