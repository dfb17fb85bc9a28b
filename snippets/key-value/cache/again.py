from primes import count_primes

print(count_primes(100_000))
print(count_primes(1_000_000))
