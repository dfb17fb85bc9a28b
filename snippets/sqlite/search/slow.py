import re


def tokens(text):
    return " ".join(re.findall(r"[a-z0-9é]+", text.lower()))


def slow_search(notes, text):
    words = [tokens(word) for word in text.replace("\0", " ").split()]
    words = [f" {word} " for word in words if word]
    return [
        number
        for number, note in enumerate(notes, 1)
        if words and all(word in f" {tokens(note)} " for word in words)
    ]
