from pathlib import Path

from primes import count_primes

Path("cache.db").unlink(missing_ok=True)

print(count_primes(100_000))
print(count_primes(100_000))
