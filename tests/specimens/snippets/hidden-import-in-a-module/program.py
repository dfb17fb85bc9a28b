import pool

pool.pool()
