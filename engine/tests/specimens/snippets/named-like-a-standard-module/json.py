kept = 'kept'
