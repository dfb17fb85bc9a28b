import asyncio


async def main():
    asyncio.get_running_loop().slow_callback_duration = 0
    print("quiet")


asyncio.run(main())
