def at_most(limit, number):
    return number <= limit
