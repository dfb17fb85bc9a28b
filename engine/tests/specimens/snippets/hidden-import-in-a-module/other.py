import asyncio

print(asyncio.run.__name__)
