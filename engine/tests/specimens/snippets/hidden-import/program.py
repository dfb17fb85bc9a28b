import concurrent

print(concurrent.futures)
