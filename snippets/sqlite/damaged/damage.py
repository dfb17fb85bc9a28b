from pathlib import Path

PAGE = 4096
TABLE, INDEX = 13, 10  # the first byte of a page says what it holds

shop = Path("shop.db").read_bytes()
pages = [shop[at : at + PAGE] for at in range(0, len(shop), PAGE)]


def write_copy(name, kind, texts, change):
    """Write the shop, with the pages changed that hold the texts."""
    copy = [*pages]
    for number, page in enumerate(pages):
        if page[0] == kind and any(text in page for text in texts):
            copy[number] = change(page)
    Path(name).write_bytes(b"".join(copy))


def lose(page):
    return bytes(PAGE)


def change_one_bit(page):
    return page.replace(b"tea 500", b"Tea 500")


write_copy("table.db", TABLE, [b"tea 500", b"tea 999"], lose)
write_copy("index.db", INDEX, [b"tea 500"], lose)
write_copy("one_bit.db", INDEX, [b"tea 500"], change_one_bit)
Path("header.db").write_bytes(bytes(100) + shop[100:])
