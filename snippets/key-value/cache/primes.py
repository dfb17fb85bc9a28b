from cache import cached


@cached("cache.db", version=1, seconds=3600)
def count_primes(limit):
    print("computing", flush=True)
    is_prime = bytearray([0, 0]) + bytearray([1]) * (limit - 2)
    for n in range(2, int(limit**0.5) + 1):
        if is_prime[n]:
            multiples = range(n * n, limit, n)
            is_prime[n * n :: n] = bytes(len(multiples))
    return sum(is_prime)
