import shelve

import trial


def prepare():
    with shelve.open("marks") as shelf:
        shelf.update({"ada": [1], "bob": [3]})


def read():
    with shelve.open("marks", flag="r") as shelf:
        return {name: shelf[name] for name in sorted(shelf)}


trial.judge(prepare, read, {"ada": [1, 2], "bob": [3]})
