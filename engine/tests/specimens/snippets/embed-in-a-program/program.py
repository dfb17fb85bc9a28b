TEXT = """
--8<-- "no.txt"
"""
