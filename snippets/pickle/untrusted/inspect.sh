python -m pickletools attack.pickle
