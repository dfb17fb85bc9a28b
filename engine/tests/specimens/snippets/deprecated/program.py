import warnings

warnings.warn('utc', DeprecationWarning, stacklevel=1)
