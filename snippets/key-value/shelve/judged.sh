python judge.py solution.py
