import importlib.util
import inspect
import warnings


def outcome(function):
    """Return what a function gave, raised or warned of, in a word."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = function()
        except Exception as error:
            return type(error).__name__
    return caught[0].category.__name__ if caught else result


def there(truth):
    return "there" if truth else "absent"


def has(thing, name):
    return there(hasattr(thing, name))


def takes(function, name):
    return there(name in inspect.signature(function).parameters)


def module(name):
    return there(importlib.util.find_spec(name))
