import asyncio
import time


async def main():
    time.sleep(0.2)
    print("quiet")


asyncio.run(main())
