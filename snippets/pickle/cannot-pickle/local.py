import pickle


def make_rule(limit):
    class Rule:
        def __call__(self, number):
            return number <= limit

    return Rule()


try:
    pickle.dumps(make_rule(3))
except (AttributeError, pickle.PicklingError) as error:
    print(f"{type(error).__name__}: {error}")
