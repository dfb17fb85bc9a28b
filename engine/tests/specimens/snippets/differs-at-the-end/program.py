print('one', end='')
