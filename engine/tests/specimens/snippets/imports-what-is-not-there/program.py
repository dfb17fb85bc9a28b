try:
    import msvcrt
except ImportError:
    msvcrt = None
print(msvcrt is None)
