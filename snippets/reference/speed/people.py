"""People, the same in every process."""

from hashlib import sha256


def person(number):
    digest = sha256(str(number).encode()).hexdigest()
    return {
        "id": number,
        "name": f"{digest[:6]} {digest[6:14]}",
        "age": int(digest[:4], 16) % 90,
        "email": f"{digest[20:28]}@example.com",
    }


def people(count):
    return [person(number) for number in range(count)]
