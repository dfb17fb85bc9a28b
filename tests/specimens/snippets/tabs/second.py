print("\tx\ty")
