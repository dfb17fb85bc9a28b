print('one ')
