import asyncio
from contextlib import closing

from use_writer import add, count, create
from writer import Writer


async def visit(writer, number):
    job = writer.submit(add, f"visitor {number}")
    await asyncio.wrap_future(job)


async def main(writer):
    await asyncio.wrap_future(writer.submit(create))
    await asyncio.gather(*(visit(writer, n) for n in range(200)))


with closing(Writer("visitors.db")) as writer:
    asyncio.run(main(writer), debug=False)
    print(writer.submit(count).result(), "visitors")
