import copyreg
from types import MappingProxyType


def thaw(items):
    return MappingProxyType(items)


def reduce_frozen(frozen):
    return thaw, (dict(frozen),)


def teach_pickle():
    copyreg.pickle(MappingProxyType, reduce_frozen)
